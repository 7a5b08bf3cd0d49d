package io.github.auraauth.app.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/** A reverse proxy that serves a service below a path, which the service does not see, and knows nothing beside it. */
final class PrefixProxy implements AutoCloseable {
    /** Those that end at each hop, and those that each client writes itself. */
    private static final Set<String> OF_ONE_HOP =
            Set.of("connection", "upgrade", "http2-settings", "transfer-encoding", "host", "content-length");

    private final HttpServer server;
    private final String prefix;
    private final IntSupplier servicePort;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PrefixProxy(HttpServer server, String prefix, IntSupplier servicePort) {
        this.server = server;
        this.prefix = prefix;
        this.servicePort = servicePort;
    }

    /** @param servicePort asked for each request, as the service may start later */
    static PrefixProxy start(String prefix, IntSupplier servicePort) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PrefixProxy proxy = new PrefixProxy(server, prefix, servicePort);
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    /** The address of the service as the world knows it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + prefix);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            if (!target.startsWith(prefix + '/')) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            URI address = URI.create("http://127.0.0.1:" + servicePort.getAsInt() + target.substring(prefix.length()));
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> copy(name, values, request::header));
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
                copy(header.getKey(), header.getValue(), exchange.getResponseHeaders()::add);
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(String name, List<String> values, BiConsumer<String, String> target) {
        if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> target.accept(name, value));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
