package io.github.auraauth.domain.kernel;

import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof Key for Code Exchange by the method S256 (RFC 7636): a code is worth nothing without the verifier. */
public final class Pkce {
    private static final int VERIFIER_BYTES = 32;
    private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

    private Pkce() {}

    /** A new verifier: 43 characters for 256 random bits. */
    public static Secret verifier(SecureRandom random) {
        byte[] bytes = new byte[VERIFIER_BYTES];
        random.nextBytes(bytes);
        return Secret.ofText(BASE_64.encodeToString(bytes));
    }

    /** What the authorization endpoint is told of a verifier. */
    public static String challenge(Secret verifier) {
        return new String(BASE_64.encode(Sha256.of(verifier.reveal())), StandardCharsets.US_ASCII);
    }
}
