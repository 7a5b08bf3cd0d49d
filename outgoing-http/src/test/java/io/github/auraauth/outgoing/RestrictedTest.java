package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Outage;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses that are allowed are the very ones that are connected to, whatever names become a moment later. */
class RestrictedTest {
    private final RawServer server = RawServer.saying(RawServer.ok("hello"));
    private final ScriptedResolver names = new ScriptedResolver();
    private final ClientUnderTest outgoing =
            new ClientUnderTest(ClientUnderTest.config(20, 0), InstantSource.system(), names);

    @AfterEach
    void close() {
        outgoing.close();
        server.close();
    }

    @Test
    void send_allowedAddress_isConnectedTo() throws UnknownHostException {
        names.say("127.0.0.1");
        UpstreamClient client =
                outgoing.http().restrictedTo(InetAddress::isLoopbackAddress).upstream("peer");
        assertThat(client.send(request(), ClientUnderTest.in(5_000)).status()).isEqualTo(200);
        assertThat(names.asked).hasSize(1);
    }

    @Test
    void send_oneOfSeveralAddressesForbidden_isAnOutageThatNobodyCounts() throws UnknownHostException {
        names.say("192.0.2.7", "127.0.0.1");
        UpstreamClient client = outgoing.http()
                .restrictedTo(address -> !address.isLoopbackAddress())
                .upstream("peer");
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> client.send(request(), ClientUnderTest.in(5_000)))
                    .isInstanceOf(Outage.UpstreamFailed.class)
                    .hasCauseInstanceOf(ForbiddenAddressException.class)
                    .message()
                    .doesNotContain("rebound", "127.0.0.1");
        }
        assertThat(server.connections()).isZero();
    }

    /** The name has a good address when it is looked at, and a bad one from then on (DNS rebinding). */
    @Test
    void send_nameThatIsReboundAfterTheLook_isConnectedToWhatWasLookedAt() throws UnknownHostException {
        names.say("127.0.0.1").thenSay("127.0.0.2");
        InetAddress good = InetAddress.getByName("127.0.0.1");
        UpstreamClient client = outgoing.http().restrictedTo(good::equals).upstream("peer");
        assertThat(client.send(request(), ClientUnderTest.in(5_000)).status()).isEqualTo(200);
        assertThat(names.asked).hasSize(1);
    }

    @Test
    void send_literalAddress_isJudgedToo() {
        try (ClientUnderTest real = new ClientUnderTest(ClientUnderTest.config(20, 0), InstantSource.system())) {
            UpstreamClient client = real.http().restrictedTo(address -> false).upstream("peer");
            for (String host : List.of("127.0.0.1", "[::1]")) {
                URI address =
                        URI.create("http://" + host + ':' + server.address().getPort() + "/");
                assertThatThrownBy(() -> client.send(UpstreamRequest.get(address, "/"), ClientUnderTest.in(5_000)))
                        .hasCauseInstanceOf(ForbiddenAddressException.class);
            }
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void restrictedTo_anything_leavesTheWholeClientAsItIs() {
        names.say("127.0.0.1");
        outgoing.http().restrictedTo(address -> false);
        assertThat(outgoing.upstream()
                        .send(request(), ClientUnderTest.in(5_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void close_theWholeClient_closesTheRestrictedOnes() {
        names.say("127.0.0.1");
        UpstreamClient client = outgoing.http().restrictedTo(address -> true).upstream("peer");
        assertThat(client.send(request(), ClientUnderTest.in(5_000)).status()).isEqualTo(200);
        outgoing.close();
        assertThatThrownBy(() -> client.send(request(), ClientUnderTest.in(5_000)))
                .isInstanceOf(Outage.class);
    }

    @Test
    void withoutResponseBody_anyBody_countsAsEmpty() {
        UpstreamRequest request =
                UpstreamRequest.post(server.address(), "/").repeatable().withoutResponseBody();
        names.say("127.0.0.1");
        assertThat(outgoing.upstream().send(request, ClientUnderTest.in(5_000)).body())
                .isEmpty();
        assertThat(request.isRepeatable()).isTrue();
        assertThat(outgoing.upstream()
                        .send(UpstreamRequest.get(server.address(), "/"), ClientUnderTest.in(5_000))
                        .body())
                .isNotEmpty();
    }

    private UpstreamRequest request() {
        return UpstreamRequest.post(
                URI.create("http://rebound.example:" + server.address().getPort() + "/"), "/");
    }

    /** Says one answer after another, and the last one for good. */
    private static final class ScriptedResolver implements DnsResolver {
        private final List<List<String>> answers = new CopyOnWriteArrayList<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();

        ScriptedResolver say(String... addresses) {
            answers.add(List.of(addresses));
            return this;
        }

        ScriptedResolver thenSay(String... addresses) {
            return say(addresses);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.add(host);
            List<String> literals = answers.get(Math.min(asked.size(), answers.size()) - 1);
            InetAddress[] addresses = new InetAddress[literals.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(literals.get(i));
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
