package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Version 1, the seed's format: AES-CBC in hex. CBC has no integrity, so reading leans on the strictness of
 * {@link ApiKeyModelJson}: a changed block comes out as sixteen random bytes, which no member but {@code name} has room
 * for, and so none is read that has one.
 */
final class ApiKeyV1Codec implements CipherTrial {
    private static final byte[] DUMMY = new byte[AesCbc.BLOCK + DUMMY_BYTES];

    private final List<AesCbc> ciphers;
    private final ApiKeyV1Text format;

    /** @param ivPosition character index at which the IV's hex stands, 0 or more */
    ApiKeyV1Codec(EncryptionKeys keys, int ivPosition) {
        this.ciphers =
                keys.entries().stream().map(entry -> new AesCbc(entry.reveal())).toList();
        this.format = new ApiKeyV1Text(ivPosition);
    }

    String write(ApiKeyModel model, SecureRandom random) {
        if (model.stamp().name().isPresent()) {
            throw new IllegalArgumentException("a key of version 1 has no name");
        }
        byte[] iv = new byte[AesCbc.BLOCK];
        random.nextBytes(iv);
        String text = format.write(ciphers.get(0).encipher(ApiKeyModelJson.write(model), iv));
        if (text.length() > ApiKeyV1Text.LONGEST) {
            throw new IllegalArgumentException("a key must not exceed " + ApiKeyV1Text.LONGEST + " characters");
        }
        return text;
    }

    @Override
    public Optional<ApiKeyModel> read(String text, Predicate<ApiKeyModel> acceptable) {
        Optional<byte[]> parsed = format.read(text);
        byte[] input = parsed.orElse(DUMMY);
        for (AesCbc cipher : ciphers) {
            Optional<ApiKeyModel> model = decipher(cipher, input)
                    .filter(read -> parsed.isPresent() && read.stamp().name().isEmpty())
                    .filter(acceptable);
            if (model.isPresent()) {
                return model;
            }
        }
        return Optional.empty();
    }

    /** Reads the model whether or not the padding is right, so that neither failure is the shorter way. */
    private static Optional<ApiKeyModel> decipher(AesCbc cipher, byte[] input) {
        byte[] padded = cipher.decipher(input);
        int padding = AesCbc.padding(padded);
        Optional<ApiKeyModel> model = ApiKeyModelJson.read(padded, padded.length - Math.max(padding, 0));
        return padding < 0 ? Optional.empty() : model;
    }
}
