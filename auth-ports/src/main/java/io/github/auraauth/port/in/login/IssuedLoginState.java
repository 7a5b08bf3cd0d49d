package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;

/**
 * A state that was just made.
 *
 * @param text as a link carries it
 * @param state what it says
 */
public record IssuedLoginState(Secret text, LoginState state) {
    public IssuedLoginState {
        requireNonNull(text, "text");
        requireNonNull(state, "state");
    }
}
