package io.github.auraauth.domain.revocation;

import static java.util.Objects.requireNonNull;

/**
 * One line of the log of revocations.
 *
 * @param seq place in the log, from 1 on, without gaps
 */
public record RevocationEntry(long seq, Revocation revocation) {
    public RevocationEntry {
        requireNonNull(revocation, "revocation");
        if (seq < 1) {
            throw new IllegalArgumentException("seq must be positive");
        }
    }
}
