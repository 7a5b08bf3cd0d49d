package io.github.auraauth.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.session.GuessingRules.Guessed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorPolicyTest {
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // where, staff, has a factor, session of several factors: what the session is good for, and a password with
        // each call
        "PRO,  false, false, false, FULL,                true",
        "PRO,  false, false, true,  FULL,                true",
        "PRO,  false, true,  false, NOTHING,             false",
        "PRO,  false, true,  true,  FULL,                false",
        "PRO,  true,  false, false, SECOND_FACTOR_SETUP, false",
        "PRO,  true,  false, true,  FULL,                false",
        "PRO,  true,  true,  false, NOTHING,             false",
        "PRO,  true,  true,  true,  FULL,                false",
        // AURA_ADMIN_SECOND_FACTOR=false
        "OFF,  false, false, false, FULL,                true",
        "OFF,  false, true,  false, NOTHING,             false",
        "OFF,  false, true,  true,  FULL,                false",
        "OFF,  true,  false, false, FULL,                false",
        "OFF,  true,  true,  false, NOTHING,             false",
        "OFF,  true,  true,  true,  FULL,                false",
        "DEV,  false, false, false, FULL,                true",
        "DEV,  false, true,  false, NOTHING,             true",
        "DEV,  false, true,  true,  FULL,                true",
        "DEV,  true,  false, false, FULL,                true",
        "DEV,  true,  true,  false, NOTHING,             true",
        "DEV,  true,  true,  true,  FULL,                true"
    })
    void ofSessionAndPassword_eachCase_isAsTheTableSays(
            String where, boolean staff, boolean factor, boolean several, String access, boolean password) {
        var policy = new SecondFactorPolicy(where.equals("PRO"), where.equals("DEV"));
        Rights rights = new Rights(false, staff, Set.of());
        SecondFactors factors = factor ? SecondFactors.NONE.with(new PasskeyId("a2V5")) : SecondFactors.NONE;
        Optional<Access> expected = access.equals("NOTHING") ? Optional.empty() : Optional.of(Access.valueOf(access));
        assertThat(policy.ofSession(session(several), rights, factors)).isEqualTo(expected);
        assertThat(policy.admitsPassword(rights, factors)).isEqualTo(password);
        assertThat(policy.isRequired(rights)).isEqualTo(where.equals("PRO") && staff);
    }

    @Test
    void isGoodAt_pendingLogin_endsOnTimeOrAfterItsTries() {
        PendingLogin login = PendingLogin.of(new AccountId("00000000-0000-4000-8000-000000000002"), 3, NOON);
        assertThat(login.end()).isEqualTo(NOON.plusSeconds(300));
        assertThat(login.isGoodAt(login.end().minusMillis(1))).isTrue();
        assertThat(login.isGoodAt(login.end())).isFalse();
        for (int i = 0; i < PendingLogin.MOST_TRIES; i++) {
            assertThat(login.isGoodAt(NOON)).isTrue();
            login = login.tried();
        }
        assertThat(login.isGoodAt(NOON)).isFalse();
    }

    @Test
    void pause_failedCodesFromAllOver_closesSoonerThanForPasswordsAndNotToKnownSources() {
        var many = new FailureCount(10, Optional.of(NOON), Optional.empty());
        var known = new FailureCount(0, Optional.empty(), Optional.of(NOON));
        assertThat(GuessingRules.pause(Guessed.CODE, FailureCount.NONE, many, NOON))
                .isPresent();
        assertThat(GuessingRules.pause(Guessed.PASSWORD, FailureCount.NONE, many, NOON))
                .isEmpty();
        assertThat(GuessingRules.pause(Guessed.CODE, known, many, NOON)).isEmpty();
        assertThat(GuessingRules.pause(
                        Guessed.CODE,
                        FailureCount.NONE,
                        new FailureCount(9, Optional.of(NOON), Optional.empty()),
                        NOON))
                .isEmpty();
        var dozens = new FailureCount(30, Optional.of(NOON), Optional.empty());
        assertThat(GuessingRules.pause(Guessed.CODE, FailureCount.NONE, dozens, NOON.plusSeconds(60)))
                .contains(Duration.ofMinutes(59));
    }

    @Test
    void parse_everyMethod_isItsWord() {
        for (AuthenticationMethod method : AuthenticationMethod.values()) {
            assertThat(AuthenticationMethod.parse(method.word())).contains(method);
        }
        assertThat(AuthenticationMethod.parse("PWD")).isEmpty();
    }

    private static Session session(boolean several) {
        return new Session(
                new SessionId("00000000-0000-4000-8000-000000000001"),
                new AccountId("00000000-0000-4000-8000-000000000002"),
                0,
                false,
                NOON,
                NOON,
                several
                        ? Set.of(AuthenticationMethod.HARDWARE_KEY, AuthenticationMethod.SEVERAL_FACTORS)
                        : Set.of(AuthenticationMethod.PASSWORD));
    }
}
