package io.github.auraauth.domain.revocation;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a key, or every key of a consumer, is good no more. It is never taken back.
 *
 * @param subject a fingerprint, a {@code jti} or a consumer's name, by target; printable ASCII
 * @param at to the millisecond; for a key the moment from which on it is refused, which may lie ahead, for a consumer the
 *     moment up to which its keys were issued that are refused at once
 */
public record Revocation(Target target, String subject, Instant at) {
    private static final int LONGEST = 64;

    public Revocation {
        requireNonNull(target, "target");
        requireNonNull(subject, "subject");
        if (subject.isEmpty() || subject.length() > LONGEST || !subject.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("subject must be 1 to 64 printable ASCII characters");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is revoked. */
    public enum Target {
        FINGERPRINT,
        /** By {@code jti}. */
        KEY_ID,
        CONSUMER
    }

    /** Refuses the key with that fingerprint from {@code at} on. */
    public static Revocation ofKey(ApiKeyFingerprint fingerprint, Instant at) {
        return new Revocation(Target.FINGERPRINT, fingerprint.hex(), at);
    }

    /** Refuses the key with that {@code jti} from {@code at} on, whether or not anybody knows its text. */
    public static Revocation ofKeyId(String jti, Instant at) {
        return new Revocation(Target.KEY_ID, jti, at);
    }

    /** Refuses every key for that consumer that was issued up to {@code at}; one without {@code iat} always. */
    public static Revocation ofConsumer(String app, Instant at) {
        return new Revocation(Target.CONSUMER, app, at);
    }
}
