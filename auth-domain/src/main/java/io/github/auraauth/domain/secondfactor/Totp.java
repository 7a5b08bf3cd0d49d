package io.github.auraauth.domain.secondfactor;

import io.github.auraauth.domain.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238 with HMAC-SHA-1, as authenticator apps have them). */
public final class Totp {
    /** How long a code stands. */
    public static final Duration STEP = Duration.ofSeconds(30);

    /** Digits of a code. */
    public static final int DIGITS = 6;

    /** Bytes of a secret (RFC 4226, section 4, requirement R6). */
    public static final int SECRET_BYTES = 20;

    /** How many steps the other clock may go before ours or behind it. */
    private static final int WINDOW = 1;

    private static final int MODULUS = 1_000_000;
    private static final String HMAC = "HmacSHA1";

    private Totp() {}

    /** A new secret of 160 bits. */
    public static Secret secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Secret.of(bytes);
    }

    /** The step that a time lies in. */
    public static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step. */
    public static String code(Secret secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.reveal(), HMAC));
            byte[] digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226, section 5.3: four bytes from where the last four bits say, without the sign
            int truncated = ByteBuffer.wrap(digest).getInt(digest[digest.length - 1] & 0xF) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** The latest step near that time that has this code; empty if none has. Compares in constant time. */
    public static OptionalLong match(Secret secret, Secret code, Instant now) {
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            if (Secret.of(code(secret, step).getBytes(StandardCharsets.US_ASCII))
                    .equals(code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static void checkSecret(Secret secret) {
        if (secret.length() != SECRET_BYTES) {
            throw new IllegalArgumentException("secret must have " + SECRET_BYTES + " bytes");
        }
    }
}
