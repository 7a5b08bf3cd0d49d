package io.github.auraauth.testkit.login;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import io.github.auraauth.port.out.login.LoginProvider.ExchangeOutcome;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LoginProvider}. An adapter's test implements it: {@code provider()} is that of a provider which
 * is there when a test begins.
 */
public interface LoginProviderContract extends OutageContract {
    /** A verifier and its challenge, from RFC 7636, appendix B. */
    Secret VERIFIER = Secret.ofText("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** The provider under test. */
    LoginProvider provider();

    /** A provider that is not configured. */
    LoginProvider unconfigured();

    /** Logs somebody in at this address, as a browser would, and gives the code that it brings back. */
    Secret logIn(URI authorizationRequest);

    @Test
    default void requireAvailable_configured_returns() {
        provider().requireAvailable();
    }

    @Test
    default void requireAvailable_failedTooOften_isPausedAsEveryCallIs() {
        takeBackendAway();
        for (int calls = 0; calls < 100 && !isPaused(() -> provider().introspect(Secret.ofText("token"), soon())); ) {
            calls++;
        }
        assertThatThrownBy(() -> provider().requireAvailable()).isInstanceOf(Outage.Paused.class);
    }

    @Test
    default void metadata_always_namesIssuerAndAlgorithms() {
        assertThat(provider().metadata(soon()).issuer()).isNotEmpty();
        assertThat(provider().metadata(soon()).algorithms()).isNotEmpty();
        assertThat(provider().metadata(soon())).isEqualTo(provider().metadata(soon()));
    }

    @Test
    default void authorizationRequest_oddTexts_goThroughWhole() {
        String odd = "a b+c&d=e#f%20?\u00E9\"'<>/";
        URI address = provider().authorizationRequest(new AuthorizationRequest(odd, Optional.of(odd), odd), soon());
        String whole = "a%20b%2Bc%26d%3De%23f%2520%3F%C3%A9%22%27%3C%3E%2F";
        assertThat(List.of(address.getRawQuery().split("&")))
                .contains("state=" + whole, "nonce=" + whole, "code_challenge=" + whole)
                .contains("response_type=code", "scope=openid", "code_challenge_method=S256")
                .anyMatch(each -> each.startsWith("client_id="))
                .anyMatch(each -> each.startsWith("redirect_uri="))
                .doesNotHaveDuplicates();
    }

    @Test
    default void authorizationRequest_noNonce_asksForNone() {
        AuthorizationRequest request = new AuthorizationRequest("state", Optional.empty(), CHALLENGE);
        assertThat(provider().authorizationRequest(request, soon()).getRawQuery())
                .doesNotContain("nonce");
    }

    @Test
    default void exchange_codeAndVerifier_giveTokensOfThePerson() {
        Secret accessToken = accessToken(exchange(code(), VERIFIER));
        Optional<KernelPerson> person = provider().introspect(accessToken, soon());
        assertThat(person).isPresent();
        assertThat(person.get().authorizationId()).isPresent();
        assertThat(person.get().authentication()).isPresent();
        assertThat(provider().introspect(accessToken, soon())).isEqualTo(person);
    }

    @Test
    default void exchange_codeTwice_isRefused() {
        Secret code = code();
        assertThat(isRefused(exchange(code, VERIFIER))).isFalse();
        assertThat(isRefused(exchange(code, VERIFIER))).isTrue();
    }

    @Test
    default void exchange_codeConcurrently_hasAtMostOneWinner() {
        Secret code = code();
        assertThat(Race.of(8, number -> isRefused(exchange(code, VERIFIER)))).containsOnlyOnce(false);
    }

    @Test
    default void exchange_codeThatNobodyGave_isRefused() {
        assertThat(isRefused(exchange(Secret.ofText("made up"), VERIFIER))).isTrue();
        assertThat(isRefused(exchange(Secret.ofText("a b+c&d=e%20\u00E9"), VERIFIER)))
                .isTrue();
    }

    @Test
    default void exchange_otherOrNoVerifier_isRefused() {
        assertThat(isRefused(exchange(code(), Secret.ofText("another".repeat(7)))))
                .isTrue();
        assertThat(isRefused(provider().exchange(code(), Optional.empty(), soon())))
                .isTrue();
    }

    @Test
    default void introspect_tokenThatNobodyGave_isEmpty() {
        assertThat(provider().introspect(Secret.ofText("made up"), soon())).isEmpty();
    }

    @Test
    default void anyCall_providerAway_isAnOutageInTime() {
        AuthorizationRequest request = new AuthorizationRequest("state", Optional.empty(), CHALLENGE);
        OutageCheck.ofService(LoginProvider.class, this::provider)
                .fails(LoginProvider::metadata)
                .fails((provider, deadline) -> provider.authorizationRequest(request, deadline))
                .fails((provider, deadline) ->
                        provider.exchange(Secret.ofText("code"), Optional.of(VERIFIER), deadline))
                .fails((provider, deadline) -> provider.introspect(Secret.ofText("token"), deadline))
                .needsNoBackend(LoginProvider::requireAvailable)
                .whenAway(this);
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        Secret code = code();
        assertOutage(() -> provider().exchange(code, Optional.of(VERIFIER), passed()));
        assertOutage(() -> provider().introspect(Secret.ofText("token"), passed()));
        assertThat(isRefused(exchange(code, VERIFIER))).isFalse();
    }

    @Test
    default void anyCall_notConfigured_isUnavailable() {
        AuthorizationRequest request = new AuthorizationRequest("state", Optional.empty(), CHALLENGE);
        Secret any = Secret.ofText("any");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> unconfigured().requireAvailable(),
                () -> unconfigured().metadata(soon()),
                () -> unconfigured().authorizationRequest(request, soon()),
                () -> unconfigured().exchange(any, Optional.empty(), soon()),
                () -> unconfigured().introspect(any, soon()))) {
            assertThatThrownBy(call).isInstanceOf(Outage.Unavailable.class);
        }
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        AuthorizationRequest request = new AuthorizationRequest("state", Optional.empty(), CHALLENGE);
        Secret any = Secret.ofText("any");
        assertNullIsRefused("deadline", () -> provider().metadata(nothing()));
        assertNullIsRefused("request", () -> provider().authorizationRequest(nothing(), soon()));
        assertNullIsRefused("deadline", () -> provider().authorizationRequest(request, nothing()));
        assertNullIsRefused("code", () -> provider().exchange(nothing(), Optional.empty(), soon()));
        assertNullIsRefused("verifier", () -> provider().exchange(any, nothing(), soon()));
        assertNullIsRefused("deadline", () -> provider().exchange(any, Optional.empty(), nothing()));
        assertNullIsRefused("accessToken", () -> provider().introspect(nothing(), soon()));
        assertNullIsRefused("deadline", () -> provider().introspect(any, nothing()));
    }

    private static boolean isPaused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (Outage.Paused paused) {
            return true;
        } catch (Outage failed) {
            return false;
        }
    }

    private Secret code() {
        AuthorizationRequest request = new AuthorizationRequest("state", Optional.of("nonce"), CHALLENGE);
        return logIn(provider().authorizationRequest(request, soon()));
    }

    private ExchangeOutcome exchange(Secret code, Secret verifier) {
        return provider().exchange(code, Optional.of(verifier), soon());
    }

    private static boolean isRefused(ExchangeOutcome outcome) {
        return outcome.fold((idToken, accessToken) -> false, () -> true);
    }

    private static Secret accessToken(ExchangeOutcome outcome) {
        return outcome.fold((idToken, accessToken) -> accessToken, () -> {
            throw new AssertionError("refused");
        });
    }
}
