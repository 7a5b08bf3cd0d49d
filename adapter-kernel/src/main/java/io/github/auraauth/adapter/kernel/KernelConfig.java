package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How Kernel is reached. Without an endpoint nothing of it works, without a client no login.
 *
 * @param endpoint below which its discovery document is; absolute, ends with a slash
 */
public record KernelConfig(Optional<URI> endpoint, Optional<Client> client) {
    public KernelConfig {
        requireNonNull(client, "client");
        endpoint.ifPresent(given -> require(
                KernelAddresses.isAddress(given, given)
                        && given.getRawQuery() == null
                        && given.getRawPath().endsWith("/"),
                "Kernel's endpoint must be an absolute address of http or https that ends with a slash"));
    }

    /**
     * This service as a client of Kernel.
     *
     * @param secret for HTTP Basic; without one the client authenticates with a signed token
     * @param redirectUri to which Kernel redirects the browser after a login
     */
    public record Client(String id, Optional<Secret> secret, URI redirectUri) {
        public Client {
            require(!id.isEmpty(), "Kernel's client id must not be empty");
            requireNonNull(secret, "secret");
            require(redirectUri.isAbsolute(), "the redirect address must be absolute");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
