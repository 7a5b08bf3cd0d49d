package io.github.auraauth.adapter.http.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.request.Principal;
import java.util.Optional;

/** The access token in {@code Authorization}, not yet verified. */
record BearerToken(Secret token) implements Principal {
    BearerToken {
        requireNonNull(token, "token");
    }

    /** Nothing: the token has not been looked up. */
    @Override
    public Optional<String> label() {
        return Optional.empty();
    }
}
