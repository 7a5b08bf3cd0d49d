// example: whole
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.servlet.ApiKeyVerifier;
import io.github.auraauth.servlet.ApiKeyFilter;
import io.github.auraauth.servlet.GuardedPaths;
import io.javalin.Javalin;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/** Orders, on Javalin; only their health is for everybody. */
public final class GuardedJavalin {
    private GuardedJavalin() {}

    public static void main(String[] arguments) {
        var keys = EncryptionKeys.parse("aes-256-cbc", System.getenv("AURA_ENCRYPTION_KEY"));
        var apiKeys = new ApiKeys(keys, 35, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        var paths = GuardedPaths.ALL.exceptFor("/health");
        var filter = new FilterHolder(
                new ApiKeyFilter(ApiKeyVerifier.of(apiKeys, InstantSource.system()), paths, "orders"));
        filter.setAsyncSupported(true);
        Javalin.create(config -> {
                    config.jetty.modifyServletContextHandler(context -> context.addFilter(
                            filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC)));
                    config.routes.get("/health", call -> call.result("/health"));
                    config.routes.get(
                            "/orders/{order}",
                            call -> call.result(call.path() + " for " + call.req().getUserPrincipal()));
                    config.routes.post(
                            "/orders/{order}",
                            call -> call.future(() -> CompletableFuture.runAsync(
                                    () -> call.result(call.path() + " for " + call.req().getUserPrincipal()))));
                })
                .start("127.0.0.1", Integer.getInteger("port", 8080));
    }
}
// end
