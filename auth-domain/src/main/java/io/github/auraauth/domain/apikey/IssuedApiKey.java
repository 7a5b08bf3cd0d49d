package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;

/**
 * A key just made: shown once, never stored.
 *
 * @param text what goes behind {@code Authorization: APIKEY}, ASCII
 */
public record IssuedApiKey(Secret text, ApiKeyFormat format, ApiKeyModel model) {
    public IssuedApiKey {
        requireNonNull(text, "text");
        requireNonNull(format, "format");
        requireNonNull(model, "model");
    }
}
