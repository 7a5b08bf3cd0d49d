package io.github.auraauth.front.telemetry;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Correlators of requests: the caller's, or one that no other instance gives. Ours are a random beginning and a number:
 * they must be unique and need not be secret, and counting takes no lock as randomness does.
 */
final class Correlators {
    private static final int LONGEST = 64;

    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    Correlators(SecureRandom random) {
        this.prefix = Long.toHexString(random.nextLong() | Long.MIN_VALUE) + '-';
    }

    /** The given one when it is well formed, else a new one. */
    String of(Optional<String> given) {
        return given.filter(Correlators::isWellFormed)
                .orElseGet(() -> prefix + Long.toHexString(next.incrementAndGet()));
    }

    private static boolean isWellFormed(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
