package io.github.auraauth.domain.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An authenticator app that has shown that it has the secret.
 *
 * @param addedAt to the millisecond; tells this one from another that the account had or will have
 * @param lastStep the latest time step whose code was used: neither it nor an earlier one is good any more
 */
public record TotpFactor(Secret secret, Instant addedAt, long lastStep) {
    public TotpFactor {
        Totp.checkSecret(requireNonNull(secret, "secret"));
        addedAt = addedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
