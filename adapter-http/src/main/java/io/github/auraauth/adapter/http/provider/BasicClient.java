package io.github.auraauth.adapter.http.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.UrlDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a client shows in {@code Authorization: Basic}; not verified: anybody can write it. Identifier and secret are each
 * form-encoded before they are joined (RFC 6749, section 2.3.1).
 */
record BasicClient(String id, Secret secret) implements Principal {
    BasicClient {
        requireNonNull(id, "id");
        requireNonNull(secret, "secret");
    }

    /** Empty when it is not base 64 of two such parts with a colon between. */
    static Optional<BasicClient> parse(String base64) {
        Optional<String> pair = decoded(base64).filter(text -> text.indexOf(':') >= 0);
        return pair.flatMap(text -> {
            int colon = text.indexOf(':');
            return UrlDecoder.decode(text.substring(0, colon))
                    .flatMap(id -> UrlDecoder.decode(text.substring(colon + 1))
                            .map(secret -> new BasicClient(id, Secret.ofText(secret))));
        });
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty: the client is not verified yet. */
    @Override
    public Optional<String> label() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "BasicClient[redacted]";
    }
}
