package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

/** A key that deciphered into a model; nothing is said yet about its time, environment or rights. */
public record ReadApiKey(ApiKeyFormat format, ApiKeyModel model) {
    public ReadApiKey {
        requireNonNull(format, "format");
        requireNonNull(model, "model");
    }
}
