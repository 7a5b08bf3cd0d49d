package io.github.auraauth.domain.token;

import static io.github.auraauth.domain.token.Claims.AUDIENCE;
import static io.github.auraauth.domain.token.Claims.ISSUER;
import static io.github.auraauth.domain.token.Claims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.UserId;
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

class AccessTokenRulesTest {
    private static final KernelPerson PERSON =
            new KernelPerson(new UserId("person-1"), Optional.empty(), Optional.empty());

    private final AccessTokenRules rules = new AccessTokenRules(AUDIENCE);

    @Test
    void accept_goodClaims_grantWhatTheySay() {
        assertThat(accept(Claims.ofAccessToken()))
                .contains(new KernelAccessToken(PERSON, Set.of("auraid-read", "auraid-write"), Set.of("auraid-admin")));
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("aud", AUDIENCE),
                Arguments.of("exp", NOW.minusSeconds(59).getEpochSecond()),
                Arguments.of("nbf", NOW.plusSeconds(60).getEpochSecond()),
                Arguments.of("nbf", 0),
                Arguments.of("iat", "whatever"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void accept_oneClaimStillGood_isBelieved(String name, Object value) {
        assertThat(accept(Claims.ofAccessToken().with(name, value))).isPresent();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("iss", "https://kernel.example.org"),
                Arguments.of("iss", List.of(ISSUER)),
                Arguments.of("aud", "another"),
                Arguments.of("aud", AUDIENCE + "/"),
                Arguments.of("aud", List.of()),
                Arguments.of("aud", List.of(AUDIENCE, Map.of())),
                Arguments.of("exp", NOW.minusSeconds(60).getEpochSecond()),
                Arguments.of("exp", "" + NOW.plusSeconds(9).getEpochSecond()),
                Arguments.of("nbf", NOW.plusSeconds(61).getEpochSecond()),
                Arguments.of("nbf", "soon"),
                Arguments.of("sub", ""),
                Arguments.of("sub", List.of("person-1")),
                Arguments.of("sub", "a\nb"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void accept_oneClaimBad_grantsNothing(String name, Object value) {
        assertThat(accept(Claims.ofAccessToken().with(name, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp"})
    void accept_oneClaimMissing_grantsNothing(String name) {
        assertThat(accept(Claims.ofAccessToken().without(name))).isEmpty();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("a", Set.of("a")),
                Arguments.of("a b", Set.of("a", "b")),
                Arguments.of(" a  b a ", Set.of("a", "b")),
                Arguments.of("", Set.of()),
                Arguments.of("a\tb,c", Set.of("a\tb,c")),
                Arguments.of(List.of("a", "b"), Set.of("a", "b")),
                Arguments.of(List.of("a b", ""), Set.of("a", "b")),
                Arguments.of(List.of(), Set.of()),
                Arguments.of(List.of("a", 1), Set.of()),
                Arguments.of(7, Set.of()),
                Arguments.of(Map.of("a", "a"), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void accept_scopeAndPurpose_areWordsOfATextOrList(Object claim, Set<String> expected) {
        assertThat(accept(Claims.ofAccessToken().with("scope", claim)))
                .hasValueSatisfying(grant -> assertThat(grant.scopes()).isEqualTo(expected));
        assertThat(accept(Claims.ofAccessToken().with("purpose", claim)))
                .hasValueSatisfying(grant -> assertThat(grant.purposes()).isEqualTo(expected));
        assertThat(accept(Claims.ofAccessToken().without("scope")))
                .hasValueSatisfying(grant -> assertThat(grant.scopes()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "auraid-read, '', READ, false, true",
        "auraid-read, '', WRITE, false, false",
        "auraid-read, '', READ_WRITE, false, false",
        "auraid-write, '', WRITE, false, true",
        "auraid-write, '', READ, false, false",
        "auraid-write, '', READ_WRITE, false, false",
        "auraid-read auraid-write, '', READ_WRITE, false, true",
        "auraid-reader, '', READ, false, false",
        "AURAID-READ, '', READ, false, false",
        "'', auraid-admin, READ, false, false",
        "auraid-write, auraid-admin, WRITE, true, true",
        "auraid-write, other auraid-admin, WRITE, true, true",
        "auraid-write, '', WRITE, true, false",
        "auraid-write, auraid-administrator, WRITE, true, false",
        "auraid-read, auraid-admin, WRITE, true, false",
        "auraid-admin, auraid-write, WRITE, true, false",
    })
    void covers_scopesAndPurposes_sufficeForTheirOperations(
            String scope, String purpose, AccessMode needed, boolean administration, boolean expected) {
        KernelAccessToken grant = accept(
                        Claims.ofAccessToken().with("scope", scope).with("purpose", purpose))
                .orElseThrow();
        assertThat(grant.covers(needed, administration)).isEqualTo(expected);
    }

    private Optional<KernelAccessToken> accept(Claims claims) {
        return rules.accept(claims.all(), ISSUER, NOW);
    }
}
