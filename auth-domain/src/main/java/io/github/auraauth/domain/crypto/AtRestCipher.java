package io.github.auraauth.domain.crypto;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Personal data and tokens at rest: {@code aux1_<kid>_<hex of nonce, ciphertext and tag>}, subkeys derived with info
 * {@code aura-auth/at-rest/v1}. The first key of the list writes, every one reads. Safe for use by many threads.
 */
public final class AtRestCipher {
    private static final String PREFIX = "aux1_";
    private static final String INFO = "aura-auth/at-rest/v1";
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, AesGcm> ciphers = new LinkedHashMap<>();
    private final String writingKid;
    private final SecureRandom random;

    public AtRestCipher(EncryptionKeys keys, SecureRandom random) {
        for (Secret entry : keys.entries()) {
            byte[] subkey = Hkdf.derive(entry.reveal(), INFO, 32);
            ciphers.putIfAbsent(KeyId.of(subkey), new AesGcm(subkey));
        }
        this.writingKid = ciphers.keySet().iterator().next();
        this.random = random;
    }

    /**
     * Enciphers the text.
     *
     * @param place where it is kept, such as {@code users/idTokenHint/<auraId>}; a value moved elsewhere does not open
     */
    public String seal(Secret text, String place) {
        return PREFIX + writingKid + '_' + HEX.formatHex(sealBytes(text.reveal(), place));
    }

    /** The text; empty when it is not of this form, of an unknown key, changed, or moved from another place. */
    public Optional<Secret> open(String stored, String place) {
        int payload = PREFIX.length() + KeyId.DIGITS + 1;
        if (!isSealed(stored) || stored.length() < payload || stored.charAt(payload - 1) != '_') {
            return Optional.empty();
        }
        AesGcm cipher = ciphers.get(stored.substring(PREFIX.length(), payload - 1));
        if (cipher == null) {
            return Optional.empty();
        }
        try {
            byte[] sealed = HEX.parseHex(stored, payload, stored.length());
            return cipher.open(sealed, utf8(place)).map(Secret::of);
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    /** Whether the stored text has our prefix; without it, it is plain text of an older release. */
    public static boolean isSealed(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** Whether the stored text is by the key that writes; whether it can be deciphered is another question. */
    public boolean isCurrent(String stored) {
        return stored.startsWith(PREFIX + writingKid + '_');
    }

    /** How each text begins that one of its keys has enciphered: whoever knows all that stored texts begin with can read them. */
    public Set<String> beginnings() {
        return ciphers.keySet().stream().map(kid -> PREFIX + kid + '_').collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of keys as this would name them, the writing one first. They say nothing of the keys. */
    public static List<String> keyIds(EncryptionKeys keys) {
        return keys.entries().stream()
                .map(entry -> KeyId.of(Hkdf.derive(entry.reveal(), INFO, 32)))
                .distinct()
                .toList();
    }

    /** Enciphers bytes under the writing key, without prefix: for caches, where every byte counts. */
    public byte[] sealBytes(byte[] plain, String place) {
        return writing().seal(plain, utf8(place), random);
    }

    /** The bytes, tried under every key; empty when none opens them. */
    public Optional<byte[]> openBytes(byte[] sealed, String place) {
        byte[] associated = utf8(place);
        for (AesGcm cipher : ciphers.values()) {
            Optional<byte[]> plain = cipher.open(sealed, associated);
            if (plain.isPresent()) {
                return plain;
            }
        }
        return Optional.empty();
    }

    private AesGcm writing() {
        return ciphers.values().iterator().next();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "AtRestCipher[" + writingKid + "]";
    }
}
