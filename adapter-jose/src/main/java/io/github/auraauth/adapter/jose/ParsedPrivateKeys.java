package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.token.PrivateSigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parses private keys, and remembers the last ones: parsing takes about as long as signing with P-256. Safe for use by many
 * threads.
 */
final class ParsedPrivateKeys {
    /** More than anybody signs with at a time. */
    static final int MOST = 16;

    private final Map<PrivateSigningKey, PrivateKey> remembered = new ConcurrentHashMap<>();

    /**
     * The key as the JDK has it.
     *
     * @throws IllegalArgumentException when it is not one of its type in PKCS#8
     */
    PrivateKey parsed(PrivateSigningKey key) {
        PrivateKey known = remembered.get(key);
        if (known != null) {
            return known;
        }
        PrivateKey parsed = parse(key);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        remembered.put(key, parsed);
        return parsed;
    }

    /** How many are remembered. */
    int size() {
        return remembered.size();
    }

    private static PrivateKey parse(PrivateSigningKey key) {
        try {
            return KeyFactory.getInstance(key.publicKey().type())
                    .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().reveal()));
        } catch (GeneralSecurityException quotesKey) {
            throw new IllegalArgumentException("key must be a private key in PKCS#8, of the type that it names");
        }
    }
}
