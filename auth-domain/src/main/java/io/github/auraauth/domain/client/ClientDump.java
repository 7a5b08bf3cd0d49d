package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clients and keys in another provider's dump, not yet checked.
 *
 * @param problems what was found to be wrong when it was read, each a sentence without secrets
 */
public record ClientDump(List<DumpedClient> clients, List<PrivateSigningKey> keys, List<String> problems) {
    public ClientDump {
        clients = List.copyOf(clients);
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }

    /**
     * A client.
     *
     * @param label what an operator finds it by in the dump
     * @param secret empty where it has none
     * @param responseTypes that it may ask for, such as {@code code}
     * @param algorithm that its id_tokens were signed by
     */
    public record DumpedClient(
            String label,
            String id,
            String name,
            boolean confidential,
            Secret secret,
            List<String> responseTypes,
            String algorithm,
            Addresses addresses,
            boolean consentRequired,
            Optional<Instant> createdAt) {
        public DumpedClient {
            requireNonNull(label, "label");
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(secret, "secret");
            responseTypes = List.copyOf(responseTypes);
            requireNonNull(algorithm, "algorithm");
            requireNonNull(addresses, "addresses");
            requireNonNull(createdAt, "createdAt");
        }
    }

    /** Where people were sent, as texts. */
    public record Addresses(List<String> redirects, List<String> postLogoutRedirects) {
        public Addresses {
            redirects = List.copyOf(redirects);
            postLogoutRedirects = List.copyOf(postLogoutRedirects);
        }
    }
}
