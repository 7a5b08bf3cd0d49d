package io.github.auraauth.adapter.credentials;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.password.PasswordHasher;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2-HMAC-SHA-256 (RFC 8018) over the password's UTF-8 bytes, in Django's form, where the salt is the UTF-8 bytes of its
 * text. The JDK's own implementation, which takes characters and encodes them as UTF-8.
 */
public final class Pbkdf2PasswordHasher implements PasswordHasher {
    /** Rounds that OWASP recommends for HMAC-SHA-256. */
    public static final int ROUNDS = 600_000;

    private static final String ALGORITHM = "pbkdf2_sha256";
    private static final String FACTORY = "PBKDF2WithHmacSHA256";
    private static final int SALT_DIGITS = 22;
    private static final int BITS = 256;

    private final int rounds;
    private final SecureRandom random;

    /** Makes hashes of {@link #ROUNDS} rounds. */
    public Pbkdf2PasswordHasher(SecureRandom random) {
        this(ROUNDS, random);
    }

    /** @param rounds of new hashes */
    public Pbkdf2PasswordHasher(int rounds, SecureRandom random) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be positive");
        }
        this.rounds = rounds;
        this.random = requireNonNull(random, "random");
    }

    @Override
    public PasswordHash hash(Secret password) {
        requireNonNull(password, "password");
        String salt = Base62.random(SALT_DIGITS, random);
        String digest = Base64.getEncoder().encodeToString(derived(password, salt, rounds));
        return PasswordHash.parse(String.join("$", ALGORITHM, String.valueOf(rounds), salt, digest))
                .orElseThrow();
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        requireNonNull(password, "password");
        String[] parts = requireNonNull(hash, "hash").reveal().split("\\$", -1);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        boolean matching = MessageDigest.isEqual(expected, derived(password, parts[2], hash.rounds()));
        if (isOutdated(hash)) {
            // else the time would tell an account of old from a name that nobody has
            derived(password, parts[2], rounds - hash.rounds());
        }
        return matching;
    }

    @Override
    public void waste(Secret password) {
        derived(requireNonNull(password, "password"), "0".repeat(SALT_DIGITS), rounds);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return requireNonNull(hash, "hash").rounds() < rounds;
    }

    private static byte[] derived(Secret password, String salt, int rounds) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password.reveal()));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        PBEKeySpec key = new PBEKeySpec(characters, salt.getBytes(StandardCharsets.UTF_8), rounds, BITS);
        try {
            return SecretKeyFactory.getInstance(FACTORY).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + FACTORY, e);
        } finally {
            key.clearPassword();
            Arrays.fill(characters, '\0');
            Arrays.fill(decoded.array(), '\0');
        }
    }
}
