package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When and by whom a record was changed.
 *
 * @param at to the millisecond
 */
public record TermsStamp(Instant at, TermsCaller caller) {
    public TermsStamp {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(caller, "caller");
    }
}
