package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A state that may be used now, unless it has been.
 *
 * @param digest by which its one use is noted
 * @param end from when on it is too old to be used, so that its use need not be remembered
 */
public record ReadState(LoginState state, StateDigest digest, Instant end) {
    public ReadState {
        requireNonNull(state, "state");
        requireNonNull(digest, "digest");
        requireNonNull(end, "end");
    }
}
