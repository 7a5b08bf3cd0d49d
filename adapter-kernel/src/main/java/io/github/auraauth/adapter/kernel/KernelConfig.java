package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * What is configured of Kernel. Without an endpoint nothing of it works, without a client no login.
 *
 * @param endpoint below which its discovery document lies; absolute, ends with a slash
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
     * Who we are at Kernel.
     *
     * @param secret to authenticate with by HTTP Basic; without one we authenticate with a signed token
     * @param redirectUri where a browser comes back to
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
