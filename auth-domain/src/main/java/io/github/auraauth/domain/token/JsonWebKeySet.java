package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

/**
 * The public keys of whoever signs tokens, as published (RFC 7517).
 *
 * @param json the set as text, not yet understood
 */
public record JsonWebKeySet(String json) {
    public JsonWebKeySet {
        requireNonNull(json, "json");
    }
}
