package io.github.auraauth.adapter.kernel;

import static io.github.auraauth.adapter.kernel.KernelFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernel's adapter judged by a provider that is not ours, and certified: npm {@code oidc-provider}. */
@Tag("deep")
class CertifiedProviderTest {
    private static final String SECRET = "s3cret+ with%:&=";
    private static final String SIGNED_CLIENT = KernelFixture.CLIENT + " signed";
    private static final PrivateSigningKey KEY = KernelFixture.signingKey();
    private static final Secret VERIFIER = LoginProviderContract.VERIFIER;

    @TempDir
    private static Path folder;

    private static CertifiedProvider kernel;
    private static KernelFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new KernelFixture();
        kernel = CertifiedProvider.start(
                folder,
                Map.of(
                        "KERNEL_REDIRECT_URI",
                        KernelFixture.BACK.toString(),
                        "KERNEL_CLIENT_ID",
                        KernelFixture.CLIENT,
                        "KERNEL_CLIENT_SECRET",
                        SECRET,
                        "KERNEL_SIGNED_CLIENT_ID",
                        SIGNED_CLIENT,
                        "KERNEL_SIGNED_CLIENT_JWK",
                        jwk()));
    }

    @AfterAll
    static void stop() {
        kernel.close();
        fixture.close();
    }

    @Test
    void logIn_withSecret_isWhoLoggedIn() {
        assertThat(logIn(KernelFixture.CLIENT, Optional.of(Secret.ofText(SECRET)), "someone@example.org"))
                .hasValueSatisfying(person -> {
                    assertThat(person.userId()).isEqualTo(new UserId("someone@example.org"));
                    assertThat(person.authorizationId()).isPresent();
                    assertThat(person.authentication())
                            .contains(new Authentication(AuthenticationType.EMAIL, "someone@example.org"));
                });
    }

    @Test
    void logIn_withSignedToken_isWhoLoggedIn() {
        for (String identifier : List.of("+12025550100", "+12025550101")) {
            assertThat(logIn(SIGNED_CLIENT, Optional.empty(), identifier).flatMap(KernelPerson::authentication))
                    .contains(new Authentication(AuthenticationType.PHONE_NUMBER, identifier));
        }
    }

    @Test
    void logIn_wrongSecret_isAnOutage() {
        assertThatThrownBy(
                        () -> logIn(KernelFixture.CLIENT, Optional.of(Secret.ofText("wrong")), "someone@example.org"))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void exchange_usedMadeUpOrUnprovenCode_isRefused() {
        KernelLoginProvider provider = provider(KernelFixture.CLIENT, Optional.of(Secret.ofText(SECRET)));
        Secret code = code(provider);
        assertThat(Race.of(5, number -> isRefused(provider, code, VERIFIER))).containsOnlyOnce(false);
        assertThat(isRefused(provider, code, VERIFIER)).isTrue();
        assertThat(isRefused(provider, Secret.ofText("made up"), VERIFIER)).isTrue();
        assertThat(isRefused(provider, code(provider), Secret.ofText("another".repeat(7))))
                .isTrue();
    }

    @Test
    void introspect_tokenThatNobodyGave_isEmpty() {
        assertThat(provider(KernelFixture.CLIENT, Optional.of(Secret.ofText(SECRET)))
                        .introspect(Secret.ofText("made up"), soon()))
                .isEmpty();
    }

    private static Optional<KernelPerson> logIn(String client, Optional<Secret> secret, String identifier) {
        KernelLoginProvider provider = provider(client, secret);
        KernelDiscovery discovery = new KernelDiscovery(config(client, secret), fixture.upstream, fixture.clock);
        return new LoginFlow(provider, new KernelKeys(discovery, fixture.upstream, fixture.clock), client)
                .logIn(address -> new BrowserLogin().logIn(address, identifier));
    }

    private static Secret code(KernelLoginProvider provider) {
        AuthorizationRequest request =
                new AuthorizationRequest("a state", Optional.empty(), LoginProviderContract.CHALLENGE);
        URI address = provider.authorizationRequest(request, soon());
        return KernelFixture.code(new BrowserLogin().logIn(address, "someone@example.org"));
    }

    private static boolean isRefused(KernelLoginProvider provider, Secret code, Secret verifier) {
        return provider.exchange(code, Optional.of(verifier), soon()).fold((idToken, accessToken) -> false, () -> true);
    }

    private static KernelLoginProvider provider(String client, Optional<Secret> secret) {
        KernelConfig config = config(client, secret);
        return new KernelLoginProvider(
                config,
                new KernelDiscovery(config, fixture.upstream, fixture.clock),
                fixture.upstream,
                KernelFixture.authentication(List.of(KEY)));
    }

    private static KernelConfig config(String client, Optional<Secret> secret) {
        return new KernelConfig(
                Optional.of(kernel.address()),
                Optional.of(new KernelConfig.Client(client, secret, KernelFixture.BACK)));
    }

    /** Our key alone, not in a set. */
    private static String jwk() {
        return JsonWebKeySet.of(List.of(KEY.publicKey()))
                .json()
                .replace("{\"keys\":[", "")
                .replace("]}", "");
    }
}
