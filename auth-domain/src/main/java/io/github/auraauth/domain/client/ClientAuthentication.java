package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.JsonWebKeySet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a client proves who it is. One without secret and keys cannot, and is public: an app, or a page's script.
 *
 * @param confidential whether it must prove it
 * @param secrets any of which is good; at most two, so that one can follow the other
 * @param keys with which it signs assertions (RFC 7523); absent where it does not
 */
public record ClientAuthentication(
        boolean confidential, List<ClientSecretDigest> secrets, Optional<JsonWebKeySet> keys) {
    /** Most secrets at a time. */
    public static final int MOST_SECRETS = 2;

    /** Of a client that keeps nothing secret. */
    public static final ClientAuthentication NONE = new ClientAuthentication(false, List.of(), Optional.empty());

    public ClientAuthentication {
        secrets = List.copyOf(requireNonNull(secrets, "secrets"));
        requireNonNull(keys, "keys");
        boolean provable = !secrets.isEmpty() || keys.isPresent();
        if (confidential != provable || secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException(
                    "a confidential client needs keys or one or two secrets, a public one has neither");
        }
    }

    /** Whether the secret is one of the client's, compared in constant time. */
    public boolean accepts(ClientSecretDigest shown) {
        boolean found = false;
        for (ClientSecretDigest secret : secrets) {
            found |= MessageDigest.isEqual(bytes(secret), bytes(shown));
        }
        return found;
    }

    /** The same with one more secret, which pushes the oldest out where there are two already. */
    public ClientAuthentication with(ClientSecretDigest newest) {
        List<ClientSecretDigest> kept = Stream.concat(Stream.of(newest), secrets.stream())
                .distinct()
                .limit(MOST_SECRETS)
                .toList();
        return new ClientAuthentication(true, kept, keys);
    }

    private static byte[] bytes(ClientSecretDigest digest) {
        return digest.hex().getBytes(StandardCharsets.US_ASCII);
    }
}
