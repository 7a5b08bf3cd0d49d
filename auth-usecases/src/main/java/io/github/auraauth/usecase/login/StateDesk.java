package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.ReadState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.port.in.LoginAnswer;
import io.github.auraauth.port.in.LoginCall;
import io.github.auraauth.port.in.LoginOutcome;
import io.github.auraauth.usecase.throttle.FailureThrottle;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where every step of a login begins: looks into the state and uses nothing up. Whatever is wrong with one, also in a
 * later part of the step, is one refusal, and counts for the throttle. A source that fails too often is turned away, save
 * with a good state of version 2, which nobody can guess.
 */
public final class StateDesk {
    private static final LoginOutcome REFUSED = new LoginOutcome.RefusedState();
    private static final LoginAnswer THROTTLED = LoginAnswer.of(new LoginOutcome.Throttled());

    private final LoginStates states;
    private final TrustedHosts hosts;
    private final FailureThrottle throttle;
    private final InstantSource clock;

    /** @param throttle the one that bad keys count for too */
    public StateDesk(LoginStates states, TrustedHosts hosts, FailureThrottle throttle, InstantSource clock) {
        this.states = requireNonNull(states, "states");
        this.hosts = requireNonNull(hosts, "hosts");
        this.throttle = requireNonNull(throttle, "throttle");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What the step comes to with a good state; a refused one gets no language of its own. */
    LoginAnswer answer(LoginCall call, StatePurpose purpose, Function<GoodState, LoginOutcome> step) {
        boolean overTheLimit = throttle.isClosedTo(call.source());
        if (overTheLimit && !LoginStates.claimsVersion2(call.state())) {
            return THROTTLED;
        }
        Optional<GoodState> good = good(call, purpose);
        LoginOutcome outcome = good.map(step).orElse(REFUSED);
        if (REFUSED.equals(outcome) && overTheLimit) {
            return THROTTLED;
        }
        if (REFUSED.equals(outcome)) {
            throttle.noteFailure(call.source());
            return LoginAnswer.of(REFUSED);
        }
        return new LoginAnswer(
                outcome, good.flatMap(state -> state.state().extras().locale()));
    }

    private Optional<GoodState> good(LoginCall call, StatePurpose purpose) {
        return states.read(call.state(), purpose, clock.instant()).flatMap(read -> trusted(call.state(), read));
    }

    private Optional<GoodState> trusted(String text, ReadState read) {
        Optional<String> wanted = read.state().extras().redirectUri();
        if (wanted.isEmpty()) {
            return Optional.of(new GoodState(text, read, Optional.empty()));
        }
        return wanted.flatMap(hosts::redirect).map(target -> new GoodState(text, read, Optional.of(target)));
    }
}
