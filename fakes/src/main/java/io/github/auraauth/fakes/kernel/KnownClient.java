package io.github.auraauth.fakes.kernel;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A client that the fake knows.
 *
 * @param secret what it authenticates with by HTTP Basic; a value for trying out, not worth hiding
 * @param jwks where the public key is, or the set of keys, that its assertions are signed with
 * @param redirectUris where a browser may be sent back to
 */
public record KnownClient(String id, Optional<String> secret, Optional<URI> jwks, List<URI> redirectUris) {
    public KnownClient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(jwks, "jwks");
        redirectUris = List.copyOf(redirectUris);
    }

    @Override
    public String toString() {
        return "KnownClient[" + id + "]";
    }
}
