package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind nginx, with {@code deploy/proxy/nginx.conf}. */
@Tag("deep")
class NginxTest extends ProxyTest {
    private Path configuration = Path.of("");
    private List<Integer> ports = List.of();

    @Override
    Tool tool() {
        return Tool.find("nginx", "apt-get install nginx-light");
    }

    @Override
    Path write(ProxyExample example, Path folder) {
        Path certificate = ProxyExample.written(folder.resolve("cert.pem"), example.certificate());
        Path key = ProxyExample.written(folder.resolve("key.pem"), example.key());
        ports = example.instancePorts();
        configuration = written(example, certificate, key, folder);
        return configuration;
    }

    private static Path written(ProxyExample example, Path certificate, Path key, Path folder) {
        return ProxyExample.write(
                "proxy/nginx.conf",
                Map.of(
                        "pid /run/nginx.pid;",
                        "pid nginx.pid;",
                        "error_log /var/log/nginx/error.log warn;",
                        "error_log stderr warn;",
                        "access_log /var/log/nginx/access.log main;",
                        "access_log access.log main;",
                        "listen 443 ssl;",
                        "listen 127.0.0.1:" + example.port() + " ssl;",
                        "/etc/nginx/tls/cert.pem",
                        certificate.toString(),
                        "/etc/nginx/tls/key.pem",
                        key.toString(),
                        "10.0.0.11:2367",
                        "127.0.0.1:" + example.instancePorts().get(0),
                        "10.0.0.12:2367",
                        "127.0.0.1:" + example.instancePorts().get(1)),
                folder);
    }

    /** As a service does that is blocked, or whose bot's service is down. */
    @ParameterizedTest
    @ValueSource(ints = {502, 503})
    void instances_thatAnswerAnErrorThemselves_stayIn(int status, @TempDir Path folder) throws IOException {
        byte[] body = "ours".getBytes(StandardCharsets.US_ASCII);
        HttpHandler handler = exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
        List<URI> asked = asked(folder, handler, proxy -> {
            for (int i = 0; i < 6; i++) {
                assertThat(proxy.answer("127.0.0.1", "GET", API + "/ping", "", ""))
                        .isEqualTo(new ProxyAnswer(status, "ours"));
            }
        });

        assertThat(asked).hasSize(6);
        assertThat(asked.stream().map(URI::getPort).distinct()).hasSize(2);
    }

    /** The first instance may have used up the state, or the request that was kept, when its connection ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aura-services/v1/users/auraid/integrated",
                "/aura-services/v1/users/auraid/integrated/logout",
                "/oidc/authorize/continue"
            })
    void request_thatUsesSomethingUp_andIsNotAnswered_isNotSentAgain(String path, @TempDir Path folder)
            throws IOException {
        String target = path + "?state=a%2Fb&request=c";
        List<URI> asked = unanswered(folder, target);

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).getRawPath() + '?' + asked.get(0).getRawQuery()).isEqualTo(target);
    }

    @Test
    void request_thatIsIdempotent_andIsNotAnswered_isSentToTheOther(@TempDir Path folder) throws IOException {
        assertThat(unanswered(folder, "/aura-services/v1/users/aura-id").stream()
                        .map(URI::getPort))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    /** What two instances are asked that end the connection in place of an answer. */
    private List<URI> unanswered(Path folder, String target) throws IOException {
        return asked(
                folder,
                exchange -> {},
                proxy -> assertThat(proxy.status("127.0.0.1", "GET", "/aura" + target, "", ""))
                        .isEqualTo(502));
    }

    /** What a proxy is asked for. */
    private interface Calls {
        void to(ProxyExample proxy) throws IOException;
    }

    /**
     * What two instances are asked behind a proxy of their own, each with its port.
     *
     * @param handler after which an exchange ends
     */
    private List<URI> asked(Path folder, HttpHandler handler, Calls calls) throws IOException {
        ProxyExample other = new ProxyExample(folder);
        Path certificate = ProxyExample.written(folder.resolve("cert.pem"), other.certificate());
        Path key = ProxyExample.written(folder.resolve("key.pem"), other.key());
        List<String> command = new ArrayList<>(List.of(tool().path().toString()));
        command.addAll(run(written(other, certificate, key, folder)));
        List<URI> asked = new CopyOnWriteArrayList<>();
        List<HttpServer> servers = new ArrayList<>();
        try {
            for (int port : other.instancePorts()) {
                servers.add(answering(port, asked, handler));
            }
            try (ForeignServer nginx = ForeignServer.start(folder, Map.of(), command, other.port())) {
                calls.to(other);
                assertThat(nginx.isAlive()).isTrue();
            }
        } finally {
            servers.forEach(server -> server.stop(0));
        }
        return asked;
    }

    private static HttpServer answering(int port, List<URI> asked, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            asked.add(URI.create("http://localhost:" + port + exchange.getRequestURI()));
            handler.handle(exchange);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Override
    void takeOut(int instance) {
        reload(" max_fails=1 fail_timeout=2s;", " max_fails=1 fail_timeout=2s down;", instance);
    }

    @Override
    void putBack(int instance) {
        reload(" max_fails=1 fail_timeout=2s down;", " max_fails=1 fail_timeout=2s;", instance);
    }

    private void reload(String old, String other, int instance) {
        String server = "server 127.0.0.1:" + ports.get(instance);
        ProxyExample.change(configuration, server + old, server + other);
        Path folder = configuration.getParent();
        tool().run(folder, "-p", folder.toString(), "-c", configuration.toString(), "-s", "reload");
    }

    @Override
    List<String> check(Path configuration) {
        return List.of("-p", configuration.getParent().toString(), "-c", configuration.toString(), "-t");
    }

    @Override
    List<String> run(Path configuration) {
        return List.of("-p", configuration.getParent().toString(), "-c", configuration.toString(), "-g", "daemon off;");
    }
}
