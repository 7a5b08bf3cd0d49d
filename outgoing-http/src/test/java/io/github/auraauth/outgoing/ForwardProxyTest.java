package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.ForwardProxies.Credentials;
import io.github.auraauth.outgoing.ForwardProxies.ForwardProxy;
import io.github.auraauth.port.Outage;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;

class ForwardProxyTest {
    private static final BiPredicate<String, Integer> NOTHING = (host, port) -> false;

    @Test
    void send_addressOfHttp_asksTheProxyByTheWholeAddress() {
        try (RawServer proxy = RawServer.saying(RawServer.ok("by proxy"));
                ClientUnderTest outgoing = through(proxy, Optional.empty(), NOTHING)) {
            assertThat(get(outgoing, "http://kernel.example/x?y=z").body())
                    .asString()
                    .isEqualTo("by proxy");
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://kernel.example/x?y=z HTTP/1.1");
        }
    }

    @Test
    void send_addressOfHttps_asksForATunnel_andARefusedOneIsAnOutage() {
        try (RawServer proxy = RawServer.saying(RawServer.reply("403 Forbidden", "no"));
                ClientUnderTest outgoing = through(proxy, Optional.empty(), NOTHING)) {
            assertThatThrownBy(() -> get(outgoing, "https://kernel.example/x"))
                    .isInstanceOf(Outage.UpstreamFailed.class);
            assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT kernel.example:443 HTTP/1.1");
        }
    }

    @Test
    void send_proxyThatAsksWhoWeAre_isToldAndNobodyElseIs() {
        Credentials credentials = new Credentials("me", Secret.ofText("fake-password"));
        try (RawServer proxy = RawServer.answering((number, connection) -> connection.write(
                        number == 1
                                ? "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"
                                : RawServer.ok("x")));
                ClientUnderTest outgoing = through(proxy, Optional.of(credentials), NOTHING)) {
            assertThat(get(outgoing, "http://kernel.example/x").status()).isEqualTo(200);
            assertThat(proxy.requests().get(0)).doesNotContain("uthorization");
            assertThat(proxy.requests().get(1)).contains("Proxy-Authorization: Basic bWU6ZmFrZS1wYXNzd29yZA==");
        }
        try (RawServer proxy = RawServer.saying(
                        "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");
                ClientUnderTest outgoing = through(proxy, Optional.of(credentials), NOTHING)) {
            assertThat(get(outgoing, "http://kernel.example/x").status()).isEqualTo(401);
            assertThat(proxy.requests()).singleElement().asString().doesNotContain("uthorization");
        }
    }

    @Test
    void send_thisMachineOrADirectHost_goesPastTheProxy() {
        try (RawServer proxy = RawServer.saying(RawServer.ok("by proxy"));
                RawServer server = RawServer.saying(RawServer.ok("direct"));
                ClientUnderTest outgoing = through(proxy, Optional.empty(), NOTHING);
                ClientUnderTest some =
                        through(proxy, Optional.empty(), (host, port) -> host.equals("direct.invalid"))) {
            assertThat(outgoing.get(server).body()).asString().isEqualTo("direct");
            URI named = URI.create("http://localhost:" + server.address().getPort() + "/");
            assertThat(get(outgoing, named.toString()).body()).asString().isEqualTo("direct");
            assertThatThrownBy(() -> get(some, "http://direct.invalid/")).isInstanceOf(Outage.UpstreamFailed.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    /** The proxy is on this machine, which is allowed: the operator has chosen it. */
    @Test
    void restrictedTo_throughAProxy_judgesTheHostBeforeTheProxyIsAsked() {
        try (RawServer proxy = RawServer.saying(RawServer.ok("by proxy"));
                ClientUnderTest outgoing = through(proxy, Optional.empty(), NOTHING)) {
            UpstreamClient client = outgoing.http()
                    .restrictedTo(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .upstream("peer");
            for (String bad : List.of("http://169.254.169.254/", "http://bad.example/", "http://127.0.0.1:1/")) {
                assertThatThrownBy(
                                () -> client.send(UpstreamRequest.get(URI.create(bad), "/"), ClientUnderTest.in(5_000)))
                        .as(bad)
                        .hasCauseInstanceOf(ForbiddenAddressException.class);
            }
            assertThat(proxy.connections()).isZero();
            for (String good : List.of("http://good.example/", "http://unknown.example/", "http://192.0.2.1/")) {
                assertThat(client.send(UpstreamRequest.get(URI.create(good), "/"), ClientUnderTest.in(5_000))
                                .status())
                        .as(good)
                        .isEqualTo(200);
            }
        }
    }

    private static UpstreamResponse get(ClientUnderTest outgoing, String address) {
        return outgoing.upstream().send(UpstreamRequest.get(URI.create(address), "/x"), ClientUnderTest.in(5_000));
    }

    private static ClientUnderTest through(
            RawServer proxy, Optional<Credentials> credentials, BiPredicate<String, Integer> direct) {
        ForwardProxy one = new ForwardProxy("127.0.0.1", proxy.address().getPort(), credentials);
        OutgoingHttpConfig config = new OutgoingHttpConfig(
                true,
                Duration.ofSeconds(60),
                20,
                Duration.ofSeconds(5),
                0,
                List.of(),
                new ForwardProxies(Optional.of(one), Optional.of(one), direct));
        return new ClientUnderTest(config, InstantSource.system(), new Names());
    }

    /** What this machine knows of names. */
    private static final class Names extends SystemDefaultDnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "bad.example" -> new InetAddress[] {InetAddress.getByName("169.254.169.254")};
                case "good.example" -> new InetAddress[] {InetAddress.getByName("192.0.2.7")};
                case "unknown.example", "kernel.example", "direct.invalid" -> throw new UnknownHostException(host);
                default -> super.resolve(host);
            };
        }
    }
}
