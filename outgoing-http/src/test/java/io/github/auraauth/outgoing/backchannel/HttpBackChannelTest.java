package io.github.auraauth.outgoing.backchannel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.github.auraauth.outgoing.RawServer;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.port.out.provider.BackChannel.Delivery;
import io.github.auraauth.testkit.provider.BackChannelContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBackChannelTest implements BackChannelContract {
    private static final URI OWN = URI.create("https://Auth.example:8443/aura");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutgoingHttp http = OutgoingHttp.open(
            new OutgoingHttpConfig(true, Duration.ofSeconds(10), 20, Duration.ofSeconds(10), 2, List.of()),
            registry,
            InstantSource.system());
    private final BackChannel development = new HttpBackChannel(http, Optional.of(OWN), true);
    private final BackChannel production = new HttpBackChannel(http, Optional.of(OWN), false);
    private final List<RawServer> clients = new ArrayList<>();

    @AfterEach
    void close() {
        http.close();
        clients.forEach(RawServer::close);
    }

    @Override
    public BackChannel channel() {
        return development;
    }

    @Override
    public URI clientAnswering(int status) {
        String end = status == 204 ? "\r\n\r\n" : "\r\nContent-Length: 2\r\n\r\nok";
        String location = status / 100 == 3 ? "\r\nLocation: /elsewhere" : "";
        return client((number, connection) -> connection.write("HTTP/1.1 " + status + " Said" + location + end))
                .address();
    }

    @Override
    public URI silentClient() {
        return client((number, connection) -> connection.rest(30_000)).address();
    }

    @Override
    public URI absentClient() {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<String> received() {
        return clients.stream()
                .flatMap(client -> client.requests().stream())
                .map(request -> request.substring(request.indexOf("\r\n\r\n") + 4))
                .toList();
    }

    @Test
    void send_token_isAFormAndNothingOfItIsMeasured() {
        RawServer client = client((number, connection) -> connection.write(RawServer.ok("")));
        assertThat(development.send(client.address(), TOKEN, soon())).isEqualTo(Delivery.DELIVERED);
        assertThat(client.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST /a/b?code=canary HTTP/1.1\r\n")
                        .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                        .doesNotContain("Cookie", "Authorization"));
        assertThat(registry.get("outgoing.request.duration").timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.getId().getTags().toString())
                        .contains("POST", "/backchannel-logout", "200")
                        .doesNotContain("canary", "bWFkZQ"));
    }

    @Test
    void send_answerWithoutEnd_isJudgedByItsStatus() {
        RawServer client = client((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!connection.rest(1)) {
                connection.write("4000\r\n" + "x".repeat(0x4000) + "\r\n");
            }
        });
        assertThat(development.send(client.address(), TOKEN, soon())).isEqualTo(Delivery.DELIVERED);
        RawServer unmarked = client((number, connection) -> {
            connection.write("HTTP/1.1 400 No\r\n\r\nit goes on");
            connection.rest(30_000);
        });
        assertThat(development.send(unmarked.address(), TOKEN, soon())).isEqualTo(Delivery.REFUSED);
    }

    @Test
    void send_redirect_isNotFollowed() {
        RawServer other = client((number, connection) -> connection.write(RawServer.ok("")));
        RawServer client = client((number, connection) -> connection.write(
                "HTTP/1.1 307 Away\r\nLocation: " + other.address() + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(development.send(client.address(), TOKEN, soon())).isEqualTo(Delivery.FAILED);
        assertThat(other.connections()).isZero();
    }

    @Test
    void send_whatIsNoHttp_hasFailed() {
        RawServer client = client((number, connection) -> connection.write("SSH-2.0-made_up\r\n"));
        assertThat(development.send(client.address(), TOKEN, in(1_000))).isEqualTo(Delivery.FAILED);
        RawServer gone = client((number, connection) -> connection.end());
        assertThat(development.send(gone.address(), TOKEN, soon())).isEqualTo(Delivery.FAILED);
    }

    @Test
    void send_oneHostThatFails_doesNotStopAnother() {
        URI failing = clientAnswering(503);
        for (int i = 0; i < 30; i++) {
            development.send(failing, TOKEN, soon());
        }
        assertThat(received().size()).isLessThan(30);
        assertThat(development.send(clientAnswering(200), TOKEN, soon())).isEqualTo(Delivery.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.8.8.8",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.1",
                "0.0.0.0",
                "0",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::1]"
            })
    void send_nameOfThisMachine_isForbiddenAndNothingIsConnected(String host) throws IOException {
        for (String scheme : List.of("https", "http")) {
            RawServer client = client((number, connection) -> connection.write(RawServer.ok("")));
            URI address =
                    URI.create(scheme + "://" + host + ':' + client.address().getPort() + "/");
            assertThat(production.send(address, TOKEN, soon())).isEqualTo(Delivery.FORBIDDEN);
            assertThat(client.connections()).isZero();
        }
    }

    /** Whether they are resolved, the machine's own resolver says. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost.", "0x7f000001", "017700000001", "0177.0.0.1", "127.0.0.1.nip.invalid"})
    void send_nameThatSomeMachinesTakeForThemselves_isNotConnectedTo(String host) {
        RawServer client = client((number, connection) -> connection.write(RawServer.ok("")));
        URI address = URI.create("https://" + host + ':' + client.address().getPort() + "/");
        assertThat(production.send(address, TOKEN, in(5_000))).isIn(Delivery.FORBIDDEN, Delivery.FAILED);
        assertThat(client.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example/",
                "https://auth.example:8443/",
                "https://AUTH.example./other",
                "http://client.example/",
                "http://192.0.2.7/",
                "https://169.254.169.254/latest/meta-data/",
                "https://user@client.example/",
                "ftp://client.example/",
                "https:client.example",
                "https:///client.example/",
                "/logout",
                "mailto:a@client.example"
            })
    void send_oursOrInClearText_isForbidden(String address) {
        assertThat(production.send(URI.create(address), TOKEN, in(2_000))).isEqualTo(Delivery.FORBIDDEN);
    }

    @Test
    void send_forbiddenAgainAndAgain_staysForbidden() {
        for (int i = 0; i < 30; i++) {
            assertThat(production.send(URI.create("https://localhost:1/"), TOKEN, soon()))
                    .isEqualTo(Delivery.FORBIDDEN);
        }
    }

    @Test
    void send_unknownHost_hasFailed() {
        assertThat(production.send(URI.create("https://client.invalid/"), TOKEN, in(5_000)))
                .isEqualTo(Delivery.FAILED);
    }

    private RawServer client(RawServer.Answer answer) {
        RawServer client = RawServer.answering(answer);
        clients.add(client);
        return client;
    }

    private static Deadline soon() {
        return in(10_000);
    }

    private static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }
}
