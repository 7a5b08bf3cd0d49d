package io.github.auraauth.domain.authtoken;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The secrets of tokens: {@code aurt_<43 of base 62>_<check>}, whose check scanners for secrets can verify. Secrets brought
 * along and listed ones may look otherwise, so that the form proves nothing.
 */
public final class AuthTokenSecret {
    /** Most bytes that a secret may have, whatever its form. */
    public static final int LONGEST = 512;

    private static final String PREFIX = "aurt_";
    private static final int DIGITS = 43;

    private AuthTokenSecret() {}

    /** A new one, of 256 bits. */
    public static Secret random(SecureRandom random) {
        String body = PREFIX + Base62.random(DIGITS, random);
        return Secret.ofText(body + '_' + Base62.check(body));
    }

    /** Whether a text can be somebody's secret: 1 to 512 visible ASCII characters. */
    public static boolean isPossible(Secret secret) {
        byte[] bytes = secret.reveal();
        if (bytes.length == 0 || bytes.length > LONGEST) {
            return false;
        }
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
