package io.github.auraauth.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    private static final Instant BEGUN = Instant.parse("2030-01-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // staff, used so long after the beginning, ends so long after it
        "false, PT0S, PT2H",
        "false, PT1H, PT3H",
        "false, P13DT23H, P14D",
        "false, P14D, P14D",
        "true, PT0S, PT1H",
        "true, PT22H30M, PT23H30M",
        "true, PT23H30M, PT24H"
    })
    void isGoodAt_lastUse_endsIdleOrAbsolutely(boolean staff, Duration used, Duration end) {
        Session session = session(staff, used);
        assertThat(session.end()).isEqualTo(BEGUN.plus(end));
        assertThat(session.isGoodAt(session.end().minusMillis(1))).isTrue();
        assertThat(session.isGoodAt(session.end())).isFalse();
        assertThat(session.latestEnd()).isEqualTo(BEGUN.plus(staff ? Duration.ofHours(24) : Duration.ofDays(14)));
    }

    @Test
    void isUseDue_afterAMinute_isTrue() {
        Session session = session(false, Duration.ofSeconds(1));
        assertThat(session.isUseDue(session.usedAt().plusMillis(59_999))).isFalse();
        assertThat(session.isUseDue(session.usedAt().plusSeconds(60))).isTrue();
    }

    @Test
    void of_sessionSecret_givesOneCsrfTokenThatSaysNothingOfIt() {
        Secret session = Secret.ofText("a made-up session secret");
        assertThat(CsrfTokens.of(session)).isEqualTo(CsrfTokens.of(Secret.ofText("a made-up session secret")));
        assertThat(CsrfTokens.of(session)).isNotEqualTo(CsrfTokens.of(Secret.ofText("another")));
        assertThat(new String(CsrfTokens.of(session).reveal(), StandardCharsets.US_ASCII))
                .matches("[0-9a-f]{64}");
    }

    private static Session session(boolean staff, Duration used) {
        return new Session(
                new SessionId("00000000-0000-4000-8000-000000000001"),
                new AccountId("00000000-0000-4000-8000-000000000002"),
                0,
                staff,
                BEGUN,
                BEGUN.plus(used),
                Set.of(AuthenticationMethod.PASSWORD));
    }
}
