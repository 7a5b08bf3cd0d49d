package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.CbcText;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Version 1, the seed's format: AES-CBC in hex. CBC has no integrity, so reading leans on the strictness of
 * {@link ApiKeyModelJson}: a changed block comes out as sixteen random bytes, which no member but {@code name} has room
 * for, and so none is read that has one.
 */
final class ApiKeyV1Codec implements TrialDecryption {
    private final CbcText text;

    ApiKeyV1Codec(CbcText text) {
        this.text = text;
    }

    String write(ApiKeyModel model, SecureRandom random) {
        if (model.stamp().name().isPresent()) {
            throw new IllegalArgumentException("a key of version 1 has no name");
        }
        return text.seal(ApiKeyModelJson.write(model), random);
    }

    @Override
    public Optional<ApiKeyModel> read(String key, Predicate<ApiKeyModel> acceptable) {
        return text.open(
                key,
                (padded, length) -> ApiKeyModelJson.read(padded, length)
                        .filter(model -> model.stamp().name().isEmpty())
                        .filter(acceptable));
    }
}
