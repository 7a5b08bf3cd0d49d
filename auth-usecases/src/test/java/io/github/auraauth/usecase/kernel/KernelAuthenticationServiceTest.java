package io.github.auraauth.usecase.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.AccessTokenRules;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.kernel.KernelAuthentication.KernelCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelAuthenticationServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final FakeProvider provider = new FakeProvider();
    private final KernelAuthenticationService authentication = new KernelAuthenticationService(
            new ProviderTokenVerifier(provider, provider), provider, new AccessTokenRules("aura-auth"), () -> NOW);
    private final Deadline soon = Deadline.in(Duration.ofSeconds(5), InstantSource.system());

    @BeforeEach
    void goodToken() {
        provider.claims.putAll(Map.of(
                "iss", FakeProvider.ISSUER,
                "aud", "aura-auth",
                "sub", "80234511",
                "exp", NOW.plusSeconds(600).getEpochSecond(),
                "scope", "auraid-read auraid-write",
                "purpose", "auraid-admin",
                "authorization_id", "a-session"));
    }

    @Test
    void authenticate_goodToken_isGrantedToItsPerson() {
        KernelPerson person = person(decide("old", AccessMode.WRITE, true)).orElseThrow();

        assertThat(person.userId()).isEqualTo(new UserId("80234511"));
        assertThat(person.authorizationId()).contains(new AuthorizationId("a-session"));
    }

    @Test
    void authenticate_keyThatCameMeanwhile_isGranted() {
        provider.published = "new";

        assertThat(person(decide("new", AccessMode.READ, false))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "auraid-read, '', READ, false, granted",
        "auraid-read, '', WRITE, false, forbidden",
        "auraid-write, '', WRITE, false, granted",
        "auraid-write, '', READ, false, forbidden",
        "auraid-write, '', WRITE, true, forbidden",
        "auraid-write, auraid-admin, WRITE, true, granted",
        "auraid-read, auraid-admin, WRITE, true, forbidden",
        "'', auraid-admin, READ, false, forbidden",
        "auraid-reader, '', READ, false, forbidden"
    })
    void authenticate_scopeAndPurpose_decideByModeAndAdministration(
            String scope, String purpose, AccessMode mode, boolean administration, String word) {
        provider.claims.put("scope", scope);
        provider.claims.put("purpose", purpose);

        assertThat(word(decide("old", mode, administration))).isEqualTo(word);
    }

    @Test
    void authenticate_withoutAToken_isUnauthenticated_andNoKeyIsFetched() {
        provider.outage = true;
        KernelCall call = new KernelCall(Optional.empty(), AccessMode.READ, false);

        assertThat(word(authentication.authenticate(call, soon))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "made-up"})
    void authenticate_notSignedByKernel_isUnauthenticated(String token) {
        assertThat(word(decide(token, AccessMode.READ, false))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://kernel.example",
        "iss, https://evil.example/",
        "aud, another",
        "exp, text",
        "sub, ''",
        "iss, ''"
    })
    void authenticate_wrongClaim_isUnauthenticated(String claim, String value) {
        provider.claims.put(claim, value);

        assertThat(word(decide("old", AccessMode.READ, false))).isEqualTo("unauthenticated");
    }

    @Test
    void authenticate_expired_isUnauthenticated() {
        provider.claims.put("exp", NOW.minusSeconds(61).getEpochSecond());

        assertThat(word(decide("old", AccessMode.READ, false))).isEqualTo("unauthenticated");
    }

    @Test
    void authenticate_severalAudiences_isGrantedWhenWeAreOne() {
        provider.claims.put("aud", List.of("another", "aura-auth"));

        assertThat(word(decide("old", AccessMode.READ, false))).isEqualTo("granted");
    }

    @Test
    void authenticate_always_takesRs256Alone() {
        decide("old", AccessMode.READ, false);

        assertThat(provider.allowed).containsExactly(SignatureAlgorithm.RS256);
    }

    @Test
    void authenticate_whileKernelsKeysCannotBeHad_isAnOutage() {
        provider.outage = true;

        assertThatThrownBy(() -> decide("old", AccessMode.READ, false)).isInstanceOf(Outage.class);
    }

    private AuthenticationResult<KernelPerson> decide(String token, AccessMode mode, boolean administration) {
        return authentication.authenticate(
                new KernelCall(Optional.of(Secret.ofText(token)), mode, administration), soon);
    }

    private static String word(AuthenticationResult<KernelPerson> outcome) {
        return outcome.fold(person -> "granted", refusal -> refusal.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<KernelPerson> person(AuthenticationResult<KernelPerson> outcome) {
        return outcome.fold(Optional::of, refusal -> Optional.empty());
    }
}
