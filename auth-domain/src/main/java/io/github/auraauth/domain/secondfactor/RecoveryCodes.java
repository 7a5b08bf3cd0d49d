package io.github.auraauth.domain.secondfactor;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the codes that stand for a second factor that is lost, each good once, and what they are kept under. Safe for use by many
 * threads.
 */
public final class RecoveryCodes {
    /** How many there are at first. */
    public static final int MANY = 10;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final KeyedDigest digest;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public RecoveryCodes(Secret seed, SecureRandom random) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/recovery-code/v1");
        this.random = random;
    }

    /** New ones, of 60 bits each in groups of four, with their digests. */
    public Map<RecoveryCodeDigest, Secret> next() {
        Map<RecoveryCodeDigest, Secret> codes = new HashMap<>();
        while (codes.size() < MANY) {
            Secret code = code();
            codes.put(digest(OneTimeCode.of(code)), code);
        }
        return codes;
    }

    /** What a code is kept under. */
    public RecoveryCodeDigest digest(OneTimeCode code) {
        return new RecoveryCodeDigest(digest.hex(code.text().revealText()));
    }

    private Secret code() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Secret.of(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
