package io.github.auraauth.adapter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our key is published, as at {@code /openid/jwk}, and Kernel believes what is signed with it. */
class ClientAuthenticationTest {
    private final PrivateSigningKey key = KernelFixture.signingKey();
    private final KernelFixture kernel = new KernelFixture();
    private HttpServer published;
    private ScriptedKernel fake;

    @BeforeEach
    void publish() throws IOException {
        byte[] keySet = JsonWebKeySet.of(List.of(key.publicKey())).json().getBytes(StandardCharsets.US_ASCII);
        published = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        published.createContext("/", call -> {
            call.sendResponseHeaders(200, keySet.length);
            call.getResponseBody().write(keySet);
            call.close();
        });
        published.start();
        fake = KernelFixture.fake(Optional.of(
                URI.create("http://127.0.0.1:" + published.getAddress().getPort() + "/")));
    }

    @AfterEach
    void close() {
        fake.close();
        published.stop(0);
        kernel.close();
    }

    @Test
    void logIn_noSecret_authenticatesWithASignedToken() {
        LoginFlow logins = logins(List.of(key));
        for (String identifier : List.of("one@example.org", "two@example.org")) {
            Optional<KernelPerson> person = logins.logIn(address -> fake.logIn(address, identifier));
            assertThat(person).isPresent();
        }
    }

    @Test
    void logIn_anotherKey_isAnOutage() {
        LoginFlow logins = logins(List.of(KernelFixture.signingKey()));
        assertThatThrownBy(() -> logins.logIn(address -> fake.logIn(address, "one@example.org")))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void logIn_neitherSecretNorKey_isUnavailable() {
        LoginFlow logins = logins(List.of());
        assertThatThrownBy(() -> logins.logIn(address -> fake.logIn(address, "one@example.org")))
                .isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void logIn_wrongSecret_isAnOutage() {
        KernelConfig config = new KernelConfig(
                Optional.of(fake.address()),
                Optional.of(new KernelConfig.Client(
                        KernelFixture.CLIENT, Optional.of(Secret.ofText("wrong")), KernelFixture.BACK)));
        LoginFlow logins = logins(config, List.of(key));
        assertThatThrownBy(() -> logins.logIn(address -> fake.logIn(address, "one@example.org")))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }

    private LoginFlow logins(List<PrivateSigningKey> keys) {
        return logins(
                new KernelConfig(
                        Optional.of(fake.address()),
                        Optional.of(
                                new KernelConfig.Client(KernelFixture.CLIENT, Optional.empty(), KernelFixture.BACK))),
                keys);
    }

    private LoginFlow logins(KernelConfig config, List<PrivateSigningKey> keys) {
        KernelDiscovery discovery = new KernelDiscovery(config, kernel.upstream, kernel.clock);
        return new LoginFlow(
                new KernelLoginProvider(config, discovery, kernel.upstream, KernelFixture.authentication(keys)),
                new KernelKeys(discovery, kernel.upstream, kernel.clock),
                KernelFixture.CLIENT);
    }
}
