package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

/**
 * A refresh token that was read: somebody who had our key made it.
 *
 * @param generation from 1 on
 */
public record RefreshToken(GrantId grant, long generation) {
    public RefreshToken {
        requireNonNull(grant, "grant");
        if (generation < 1) {
            throw new IllegalArgumentException("generation must be positive");
        }
    }
}
