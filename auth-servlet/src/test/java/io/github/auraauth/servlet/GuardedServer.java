package io.github.auraauth.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/**
 * Jetty with two web applications behind filters. It takes every path that anybody can write, so that what refuses one is
 * the filter. In {@code /shop} all is guarded; in {@code /narrow} only what is below {@code /guarded}.
 */
final class GuardedServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();

    GuardedServer(ApiKeyFilter shop, ApiKeyFilter narrow) {
        connector.setHost("127.0.0.1");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setUriCompliance(UriCompliance.UNSAFE);
        server.addConnector(connector);
        EnumSet<DispatcherType> dispatches = EnumSet.allOf(DispatcherType.class);
        context("/shop", shop, "/*", dispatches);
        context("/narrow", narrow, "/guarded/*", dispatches);
        context("/plain", shop, "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(contexts);
        try {
            server.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void context(String path, ApiKeyFilter filter, String mapping, EnumSet<DispatcherType> dispatches) {
        ServletContextHandler context = new ServletContextHandler(path);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, mapping, dispatches);
        ServletHolder servlet = new ServletHolder(new Service());
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/*");
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        pages.addErrorPage(418, "/error-page");
        context.setErrorHandler(pages);
        contexts.addHandler(context);
    }

    /** What it answers to a request that is written as given, head and body. */
    String send(String requestLine, String... headers) {
        String head = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join(
                        "",
                        java.util.stream.Stream.of(headers)
                                .map(each -> each + "\r\n")
                                .toList()) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Says who calls and where it is; goes elsewhere where the path's last segment says so. */
    private static final class Service extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            String path = request.getPathInfo();
            boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
            if (first && path.endsWith("/starts-async")) {
                AsyncContext async = request.startAsync();
                async.dispatch("/v1/secret");
            } else if (first && path.endsWith("/forwards")) {
                request.getRequestDispatcher(target(request)).forward(request, response);
            } else if (first && path.endsWith("/includes")) {
                response.getWriter().write("before;");
                request.getRequestDispatcher(target(request)).include(request, response);
            } else if (first && path.endsWith("/fails")) {
                response.sendError(418);
            } else {
                response.getWriter()
                        .write(request.getDispatcherType() + " user=" + request.getUserPrincipal() + " remote="
                                + request.getRemoteUser() + " type=" + request.getAuthType() + " attribute="
                                + request.getAttribute(ApiKeyFilter.PRINCIPAL));
            }
        }

        private static String target(HttpServletRequest request) {
            return request.getContextPath().equals("/narrow") ? "/guarded/secret" : "/v1/secret";
        }
    }
}
