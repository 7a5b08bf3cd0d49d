package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A user's record of some terms; there is one for each user and terms at most.
 *
 * @param createdAt when the record came to be, to the millisecond; never changes, whatever becomes of the status
 */
public record Acceptance(TermsUserId userId, Terms terms, TermsStatus status, Instant createdAt) {
    public Acceptance {
        requireNonNull(userId, "userId");
        requireNonNull(terms, "terms");
        requireNonNull(status, "status");
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The record that a user gets of some terms now. */
    public static Acceptance created(TermsUserId userId, Terms terms, TermsStatus status, TermsStamp stamp) {
        return new Acceptance(userId, terms, status, stamp.at());
    }
}
