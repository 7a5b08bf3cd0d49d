package io.github.auraauth.domain.client;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Makes clients' secrets, and of them what they are kept as. Safe for use by many threads. */
public final class ClientSecrets {
    /** Most bytes that a secret may have. */
    public static final int LONGEST = 512;

    private static final String PREFIX = "aurc_";
    private static final int DIGITS = 43;

    private final KeyedDigest digest;

    /** @param seed the same on every instance; secrets kept under another are not good any more */
    public ClientSecrets(Secret seed) {
        digest = KeyedDigest.derivedFrom(seed, "aura-auth/client-secret/v1");
    }

    /** A new one, of 256 bits. */
    public static Secret random(SecureRandom random) {
        String body = PREFIX + Base62.random(DIGITS, random);
        return Secret.ofText(body + '_' + Base62.check(body));
    }

    /** Whether a text can be a client's secret: 1 to 512 bytes. */
    public static boolean isPossible(Secret secret) {
        return secret.length() > 0 && secret.length() <= LONGEST;
    }

    /** Of a client's secret; another client's same secret has another. */
    public ClientSecretDigest digest(ClientId client, Secret secret) {
        return new ClientSecretDigest(
                digest.hex(client.value() + ' ' + new String(secret.reveal(), StandardCharsets.ISO_8859_1)));
    }
}
