package io.github.auraauth.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelClaimsTest {
    private static final Map<String, String> BY_PHONE = Map.of("type", "phone_number", "identifier", "+34 600 000 001");

    @Test
    void person_allClaims_isRead() {
        assertThat(KernelClaims.person(whole().all()))
                .contains(new KernelPerson(
                        new UserId("person-1"),
                        Optional.of(new AuthorizationId("session-1")),
                        Optional.of(new Authentication(AuthenticationType.PHONE_NUMBER, "+34600000001"))));
    }

    @Test
    void person_severalContexts_isRecognisedByTheFirst() {
        var contexts = List.of(Map.of("type", "email", "identifier", "A@example.org"), BY_PHONE);
        assertThat(person(whole().with("authentication_context", contexts)).authentication())
                .contains(new Authentication(AuthenticationType.EMAIL, "a@example.org"));
    }

    static Stream<Object> badContexts() {
        return Stream.of(
                List.of(),
                BY_PHONE,
                "phone_number",
                List.of("phone_number"),
                List.of(Map.of("type", "phone_number")),
                List.of(Map.of("identifier", "+34600000001")),
                List.of(Map.of("type", "fax", "identifier", "+34600000001")),
                List.of(Map.of("type", "phone_number", "identifier", "none")),
                List.of(Map.of("type", "phone_number", "identifier", 34600000001L)),
                List.of(Map.of("type", "uid", "identifier", "a\u0000")),
                List.of(List.of(), BY_PHONE));
    }

    @ParameterizedTest
    @MethodSource("badContexts")
    void person_contextOutOfForm_isLeftOut(Object context) {
        KernelPerson person = person(whole().with("authentication_context", context));
        assertThat(person.authentication()).isEmpty();
        assertThat(person.authorizationId()).isPresent();
    }

    static Stream<Object> badTexts() {
        return Stream.of("", "a\u0007", "a".repeat(129), 7, List.of("a"));
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void person_authorizationIdOutOfForm_isLeftOut(Object text) {
        assertThat(person(whole().with("authorization_id", text)).authorizationId())
                .isEmpty();
        assertThat(KernelClaims.person(whole().with("sub", text).all())).isEmpty();
    }

    @Test
    void person_subjectAlone_isEnough() {
        assertThat(person(Claims.of("sub", "a")))
                .isEqualTo(new KernelPerson(new UserId("a"), Optional.empty(), Optional.empty()));
        assertThat(KernelClaims.person(whole().without("sub").all())).isEmpty();
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(1, Optional.of(1L)),
                Arguments.of(1.9, Optional.of(1L)),
                Arguments.of(-1L, Optional.of(-1L)),
                Arguments.of("1", Optional.empty()),
                Arguments.of(Long.MAX_VALUE, Optional.empty()),
                Arguments.of(List.of(1), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("times")
    void time_anyValue_isOneWhenItIsANumber(Object value, Optional<Long> expected) {
        assertThat(Claims.of("exp", value).all().time("exp").map(java.time.Instant::getEpochSecond))
                .isEqualTo(expected);
    }

    @Test
    void claims_nullValuesAndLaterChanges_areLeftOut() {
        Map<String, Object> given = new java.util.HashMap<>();
        given.put("sub", null);
        given.put("iss", "a");
        TokenClaims claims = TokenClaims.of(given);
        given.put("aud", "b");

        assertThat(claims.asMap()).isEqualTo(Map.of("iss", "a"));
        assertThat(claims).hasToString("TokenClaims[redacted]");
        assertThat(claims.texts("aud")).isEmpty();
    }

    private static KernelPerson person(Claims claims) {
        return KernelClaims.person(claims.all()).orElseThrow();
    }

    private static Claims whole() {
        return Claims.of("sub", "person-1")
                .with("authorization_id", "session-1")
                .with("authentication_context", List.of(BY_PHONE));
    }
}
