// example: whole
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.servlet.ApiKeyVerifier;
import io.github.auraauth.servlet.ApiKeyFilter;
import io.github.auraauth.servlet.GuardedPaths;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** Orders, on a plain Jetty; only their health is for everybody. */
public final class GuardedJetty {
    private GuardedJetty() {}

    public static void main(String[] arguments) throws Exception {
        var keys = EncryptionKeys.parse("aes-256-cbc", System.getenv("AURA_ENCRYPTION_KEY"));
        var apiKeys = new ApiKeys(keys, 35, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        var paths = GuardedPaths.ALL.exceptFor("/health");
        var filter = new FilterHolder(
                new ApiKeyFilter(ApiKeyVerifier.of(apiKeys, InstantSource.system()), paths, "orders"));
        filter.setAsyncSupported(true);
        var context = new ServletContextHandler("/");
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        var orders = new ServletHolder(new Orders());
        orders.setAsyncSupported(true);
        context.addServlet(orders, "/*");
        var server = new Server(new InetSocketAddress("127.0.0.1", Integer.getInteger("port", 8080)));
        server.setHandler(context);
        server.start();
    }

    private static final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().println(request.getPathInfo() + " for " + request.getUserPrincipal());
        }
    }
}
// end
