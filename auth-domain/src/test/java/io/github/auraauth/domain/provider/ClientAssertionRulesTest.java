package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.token.TokenClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionRulesTest {
    private static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    private static final ClientId CLIENT = new ClientId("my-client");
    private static final String ISSUER = "https://auth.example/oidc";
    private static final String ENDPOINT = "https://auth.example/oidc/token";
    private static final ClientAssertionRules RULES = new ClientAssertionRules(Set.of(ISSUER, ENDPOINT));

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, ENDPOINT})
    void accept_goodAssertion_isGoodOnceUntilItsEnd(String audience) {
        assertThat(accept(with("aud", audience)))
                .contains(new ClientAssertionRules.Accepted("an-id", NOW.plusSeconds(300 + 60)));
        assertThat(accept(with("aud", List.of(audience)))).isPresent();
    }

    @Test
    void accept_onlyWhatIsRequired_isTaken() {
        Map<String, Object> claims = good();
        claims.remove("iat");
        claims.remove("nbf");
        assertThat(accept(claims)).isPresent();
    }

    static Stream<Arguments> wrong() {
        List<Arguments> wrong = new ArrayList<>();
        for (String name : List.of("iss", "sub")) {
            for (Object value : List.of("another", "my-clienT", "", 1, List.of("my-client"))) {
                wrong.add(Arguments.of(name, value));
            }
        }
        for (Object value : List.of(
                "https://another.example",
                ISSUER + "/",
                "https://auth.example/OIDC",
                "",
                1,
                List.of(),
                List.of(ISSUER, ENDPOINT),
                List.of(ISSUER, "https://another.example"),
                List.of(1),
                Map.of("a", ISSUER))) {
            wrong.add(Arguments.of("aud", value));
        }
        for (String name : List.of("exp", "nbf", "iat")) {
            for (Object value : List.of("2030-01-02", "1893585900", true, List.of(), Long.MAX_VALUE, 1e300)) {
                wrong.add(Arguments.of(name, value));
            }
        }
        for (Object value : List.of("", 1, List.of("a"), "a".repeat(513))) {
            wrong.add(Arguments.of("jti", value));
        }
        return wrong.stream();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void accept_claimWrong_isNone(String name, Object value) {
        assertThat(accept(with(name, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "jti"})
    void accept_claimMissing_isNone(String name) {
        Map<String, Object> claims = good();
        claims.remove(name);
        assertThat(accept(claims)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // claim, seconds from now, whether it is believed
        "exp, -61, false",
        "exp, -60, false",
        "exp, -59, true",
        "exp, 0, true",
        "exp, 659, true",
        "exp, 660, false",
        "exp, 86400, false",
        "nbf, 60, true",
        "nbf, 61, false",
        "nbf, -86400, true",
        "iat, 60, true",
        "iat, 61, false",
        "iat, -86400, true"
    })
    void accept_timeAtItsEdge_isBelievedWithinAMinute(String name, long seconds, boolean believed) {
        assertThat(accept(with(name, NOW.getEpochSecond() + seconds)).isPresent())
                .isEqualTo(believed);
    }

    @Test
    void accept_timesBeyondAllCalendars_areNone() {
        for (Instant far : List.of(Instant.MAX, Instant.MIN)) {
            assertThat(accept(with("exp", far.getEpochSecond()))).isEmpty();
        }
        assertThat(accept(with("nbf", Instant.MAX.getEpochSecond()))).isEmpty();
        assertThat(accept(with("nbf", Instant.MIN.getEpochSecond()))).isPresent();
    }

    @Test
    void accept_longestIdentifier_isTaken() {
        assertThat(accept(with("jti", "a".repeat(512)))).isPresent();
    }

    private static Optional<ClientAssertionRules.Accepted> accept(Map<String, Object> claims) {
        return RULES.accept(TokenClaims.of(claims), CLIENT, NOW);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = good();
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> good() {
        return new HashMap<>(Map.of(
                "iss",
                CLIENT.value(),
                "sub",
                CLIENT.value(),
                "aud",
                ISSUER,
                "jti",
                "an-id",
                "exp",
                NOW.getEpochSecond() + 300,
                "iat",
                NOW.getEpochSecond(),
                "nbf",
                NOW.getEpochSecond()));
    }
}
