package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * By which call and with which key something is done.
 *
 * @param correlator of the call
 * @param key place of the API key in its list, from 0 on
 */
public record TermsCaller(String correlator, int key) {
    public TermsCaller {
        requireNonNull(correlator, "correlator");
        if (key < 0) {
            throw new IllegalArgumentException("key must not be negative");
        }
    }

    /** The stamp of what this caller does at that time. */
    public TermsStamp at(Instant time) {
        return new TermsStamp(time, this);
    }
}
