package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;

/**
 * How a request says and proves which client makes it.
 *
 * @param clientId as it was given; absent where an assertion alone says it
 * @param proof a secret or an assertion; absent for a public client
 * @param source who calls: an address, or a network that one caller may own whole
 */
public record ClientCredential(Method method, Optional<String> clientId, Optional<Secret> proof, String source) {
    public ClientCredential {
        requireNonNull(method, "method");
        requireNonNull(clientId, "clientId");
        requireNonNull(proof, "proof");
        requireNonNull(source, "source");
        if ((method == Method.NONE) == proof.isPresent()) {
            throw new IllegalArgumentException("every method but NONE has a proof");
        }
    }

    @Override
    public String toString() {
        return "ClientCredential[redacted]";
    }

    /** The ways (OpenID Connect Core 1.0, section 9). */
    public enum Method {
        /** {@code client_secret_basic} or {@code client_secret_post}. */
        SECRET,
        /** {@code private_key_jwt}. */
        ASSERTION,
        /** {@code none}. */
        NONE
    }
}
