package io.github.auraauth.domain.passkey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A passkey, or a security key, as it is kept: its private half is its owner's alone.
 *
 * @param publicKey in COSE's form (RFC 9052), in base64url without padding
 * @param count how often the authenticator says it was used; 0 where it does not count
 * @param addedAt to the millisecond
 * @param usedAt to the millisecond; absent before the first login with it
 */
public record Passkey(
        PasskeyId id,
        AccountId account,
        PasskeyName name,
        String publicKey,
        long count,
        Instant addedAt,
        Optional<Instant> usedAt) {
    public Passkey {
        requireNonNull(id, "id");
        requireNonNull(account, "account");
        requireNonNull(name, "name");
        requireNonNull(publicKey, "publicKey");
        addedAt = addedAt.truncatedTo(ChronoUnit.MILLIS);
        usedAt = usedAt.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative");
        }
    }
}
