package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Version 2: {@code aur2_<kid>_<payload>_<check>}, AES-256-GCM under a subkey of each encryption key. Always has
 * {@code jti}, {@code iat} and {@code env}.
 */
final class ApiKeyV2Codec implements TrialDecryption {
    private final SealedText sealed;

    ApiKeyV2Codec(EncryptionKeys keys) {
        this.sealed = new SealedText(SealedText.Format.API_KEY, keys);
    }

    String write(ApiKeyModel model, SecureRandom random) {
        if (!isStamped(model)) {
            throw new IllegalArgumentException("a key of version 2 needs jti, iat and env");
        }
        return sealed.seal(ApiKeyModelJson.write(model), random);
    }

    @Override
    public Optional<ApiKeyModel> read(String text, Predicate<ApiKeyModel> acceptable) {
        return sealed.open(
                text,
                plain -> ApiKeyModelJson.read(plain, plain.length)
                        .filter(ApiKeyV2Codec::isStamped)
                        .filter(acceptable));
    }

    private static boolean isStamped(ApiKeyModel model) {
        ApiKeyModel.Stamp stamp = model.stamp();
        return stamp.id().isPresent()
                && stamp.issuedAt().isPresent()
                && stamp.environment().isPresent();
    }
}
