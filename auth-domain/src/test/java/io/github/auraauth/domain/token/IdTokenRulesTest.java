package io.github.auraauth.domain.token;

import static io.github.auraauth.domain.token.Claims.CLIENT;
import static io.github.auraauth.domain.token.Claims.ISSUER;
import static io.github.auraauth.domain.token.Claims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenRulesTest {
    private final IdTokenRules rules = new IdTokenRules(CLIENT);

    @Test
    void accept_goodClaims_areWhoseTheySay() {
        assertThat(accept(Claims.ofIdToken())).contains(new UserId("person-1"));
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("aud", List.of(CLIENT)),
                Arguments.of("azp", CLIENT),
                Arguments.of("exp", NOW.minusSeconds(59).getEpochSecond()),
                Arguments.of("exp", NOW.plusSeconds(1).getEpochSecond() + 0.5),
                Arguments.of("exp", Long.MAX_VALUE / 1000),
                Arguments.of("iat", NOW.plusSeconds(60).getEpochSecond()),
                Arguments.of("iat", 0),
                Arguments.of("nbf", NOW.plusSeconds(60).getEpochSecond()),
                Arguments.of("anything", Map.of("a", 1)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void accept_oneClaimStillGood_isBelieved(String name, Object value) {
        assertThat(accept(Claims.ofIdToken().with(name, value))).contains(new UserId("person-1"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("iss", "https://kernel.example.org"),
                Arguments.of("iss", "https://KERNEL.example.org/"),
                Arguments.of("iss", "https://evil.example.org/"),
                Arguments.of("iss", List.of(ISSUER)),
                Arguments.of("aud", "another"),
                Arguments.of("aud", List.of()),
                Arguments.of("aud", List.of(List.of(CLIENT))),
                Arguments.of("aud", CLIENT + " "),
                Arguments.of("aud", Map.of(CLIENT, CLIENT)),
                Arguments.of("aud", List.of(CLIENT, 1)),
                Arguments.of("aud", List.of(CLIENT, "another")),
                Arguments.of("azp", "another"),
                Arguments.of("azp", List.of(CLIENT)),
                Arguments.of("azp", ""),
                Arguments.of("exp", NOW.minusSeconds(60).getEpochSecond()),
                Arguments.of("exp", NOW.minusSeconds(3600).getEpochSecond()),
                Arguments.of("exp", "" + NOW.plusSeconds(300).getEpochSecond()),
                Arguments.of("exp", Long.MAX_VALUE),
                Arguments.of("iat", NOW.plusSeconds(61).getEpochSecond()),
                Arguments.of("iat", "" + NOW.getEpochSecond()),
                Arguments.of("iat", true),
                Arguments.of("nbf", NOW.plusSeconds(61).getEpochSecond()),
                Arguments.of("nbf", "" + NOW.getEpochSecond()),
                Arguments.of("nonce", "n-2"),
                Arguments.of("nonce", "N-1"),
                Arguments.of("nonce", List.of("n-1")),
                Arguments.of("sub", ""),
                Arguments.of("sub", 7),
                Arguments.of("sub", "a\u0000"),
                Arguments.of("sub", "a".repeat(129)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void accept_oneClaimBad_isNobodys(String name, Object value) {
        assertThat(accept(Claims.ofIdToken().with(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"iss, ISSUER", "aud, AUDIENCE", "exp, TIME", "iat, TIME", "nonce, NONCE", "sub, SUBJECT"})
    void judge_oneClaimMissing_tellsWhichKind(String name, TokenRefusal reason) {
        TokenVerdict<UserId> verdict =
                rules.judge(Claims.ofIdToken().without(name).all(), ISSUER, Optional.of("n-1"), NOW);

        assertThat(verdict).isEqualTo(new TokenVerdict.Refused<UserId>(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "nonce"})
    void accept_oneClaimMissing_isNobodys(String name) {
        assertThat(accept(Claims.ofIdToken().without(name))).isEmpty();
    }

    @Test
    void accept_severalAudiences_needUsAsAuthorizedParty() {
        Claims claims = Claims.ofIdToken().with("aud", List.of("another", CLIENT));

        assertThat(accept(claims)).isEmpty();
        assertThat(accept(claims.with("azp", CLIENT))).isPresent();
        assertThat(accept(claims.with("azp", "another"))).isEmpty();
        assertThat(accept(claims.with("azp", CLIENT).with("aud", List.of("another", "third"))))
                .isEmpty();
    }

    @Test
    void accept_stateWithoutNonce_doesNotAskForOne() {
        assertThat(rules.accept(Claims.ofIdToken().without("nonce").all(), ISSUER, Optional.empty(), NOW))
                .isPresent();
        assertThat(rules.accept(Claims.ofIdToken().all(), ISSUER, Optional.empty(), NOW))
                .isPresent();
    }

    private Optional<UserId> accept(Claims claims) {
        return rules.accept(claims.all(), ISSUER, Optional.of("n-1"), NOW);
    }
}
