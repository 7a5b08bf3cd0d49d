package io.github.auraauth.usecase.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.ReadState;
import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.usecase.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Environment environment = new Environment();
    private final Instant made = environment.clock.instant();
    private final ReplayGuard replays = new ReplayGuard(environment.stateUses, environment.erased, environment.hasher);

    /** Whoever sweeps may have a clock that is ahead, and whoever is sent the state again one that is behind. */
    @Test
    void once_stateThatEndedWithinTheClocksMargin_isStillKnownAsUsed() {
        assertThat(isTaken('a')).isTrue();
        environment.clock.pass(LIFE.plus(StateRules.AHEAD).minusMillis(1));

        assertThat(isTaken('b')).isTrue();

        assertThat(isTaken('a')).isFalse();
    }

    @Test
    void once_stateThatNoClockTakesAnyMore_isForgotten() {
        assertThat(isTaken('a')).isTrue();
        environment.clock.pass(LIFE.plus(StateRules.AHEAD));

        assertThat(isTaken('b')).isTrue();

        assertThat(environment.stateUses.isUsed(digest('a'), environment.soon()))
                .isFalse();
    }

    private boolean isTaken(char digit) {
        LoginOutcome outcome =
                replays.once(state(digit), environment.soon(), () -> new LoginOutcome.Ended(Optional.empty()));
        return !outcome.equals(new LoginOutcome.RefusedState(StateRefusal.USED));
    }

    private VerifiedState state(char digit) {
        LoginState state = new LoginState(
                new AuraId("anne"),
                Environment.CHANNEL,
                made,
                StatePurpose.LOGIN,
                Optional.empty(),
                LoginState.Extras.NONE);
        return new VerifiedState("", new ReadState(state, digest(digit), made.plus(LIFE)), Optional.empty());
    }

    private static StateDigest digest(char digit) {
        return new StateDigest(String.valueOf(digit).repeat(64));
    }
}
