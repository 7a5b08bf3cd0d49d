package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.ReadState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies the state with which every step of a login begins; does not mark it as used. Whatever is wrong with it, also
 * in a later part of the step, is one refusal, and counts for the throttle. A source that fails too often is turned
 * away, except with a good state of version 2, which nobody can guess.
 */
public final class LoginStateVerifier {
    private static final LoginAnswer THROTTLED = LoginAnswer.of(new LoginOutcome.Throttled());

    private final LoginStates states;
    private final TrustedHosts hosts;
    private final SourceThrottle throttle;
    private final InstantSource clock;

    /** @param throttle the one that bad keys count for too */
    public LoginStateVerifier(LoginStates states, TrustedHosts hosts, SourceThrottle throttle, InstantSource clock) {
        this.states = requireNonNull(states, "states");
        this.hosts = requireNonNull(hosts, "hosts");
        this.throttle = requireNonNull(throttle, "throttle");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The answer of the step to a good state; the answer to a refused one has no language of its own. */
    LoginAnswer verify(LoginCall call, StatePurpose purpose, Function<VerifiedState, LoginOutcome> step) {
        boolean overTheLimit = throttle.isClosedTo(call.source());
        if (overTheLimit && !LoginStates.claimsVersion2(call.state())) {
            return THROTTLED;
        }
        LoginAnswer answer = states.examine(call.state(), purpose, clock.instant())
                .fold(read -> answer(call.state(), read, step), LoginStateVerifier::refused);
        if (!answer.outcome().isRefusalOfState()) {
            return answer;
        }
        if (overTheLimit) {
            return THROTTLED;
        }
        throttle.count(call.source());
        return answer;
    }

    private LoginAnswer answer(String text, ReadState read, Function<VerifiedState, LoginOutcome> step) {
        Optional<String> wanted = read.state().extras().redirectUri();
        Optional<TrustedRedirect> target = wanted.flatMap(hosts::redirect);
        if (wanted.isPresent() && target.isEmpty()) {
            return refused(StateRefusal.POLICY);
        }
        LoginOutcome outcome = step.apply(new VerifiedState(text, read, target));
        return outcome.isRefusalOfState()
                ? LoginAnswer.of(outcome)
                : new LoginAnswer(
                        outcome,
                        read.state().extras().locale(),
                        Optional.of(read.state().channelId()));
    }

    private static LoginAnswer refused(StateRefusal reason) {
        return LoginAnswer.of(new LoginOutcome.RefusedState(reason));
    }
}
