package io.github.auraauth.usecase.login;

import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.ReadState;
import java.util.Optional;

/**
 * A login state that was verified, except for whether it has been used.
 *
 * @param text as it came
 * @param target where the browser goes in the end, when the state says so
 */
record VerifiedState(String text, ReadState read, Optional<TrustedRedirect> target) {
    LoginState state() {
        return read.state();
    }

    @Override
    public String toString() {
        return "VerifiedState[redacted]";
    }
}
