package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.port.in.login.IssuedLoginState;
import io.github.auraauth.port.in.login.LoginStateIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Issues states that lead to trusted hosts only, since a login refuses all others. */
public final class TrustedLoginStateIssuer implements LoginStateIssuer {
    private final LoginStates states;
    private final TrustedHosts hosts;
    private final InstantSource clock;

    public TrustedLoginStateIssuer(LoginStates states, TrustedHosts hosts, InstantSource clock) {
        this.states = requireNonNull(states, "states");
        this.hosts = requireNonNull(hosts, "hosts");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Optional<IssuedLoginState> issue(StateRequest request) {
        Optional<String> target = request.extras().redirectUri();
        if (target.isPresent() && target.flatMap(hosts::redirect).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Secret text = states.issue(request, now);
        LoginState state = states.read(text.revealText(), request.purpose(), now)
                .orElseThrow()
                .state();
        return Optional.of(new IssuedLoginState(text, state));
    }
}
