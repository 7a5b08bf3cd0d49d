package io.github.auraauth.servlet;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.GrantedIdentity;
import java.security.Principal;

/**
 * The holder of the APIKey of a request.
 *
 * @param identity the key's consumers, and its {@code jti} where it has one
 */
public record ApiKeyPrincipal(GrantedIdentity identity) implements Principal {
    public ApiKeyPrincipal {
        requireNonNull(identity, "identity");
    }

    /**
     * For logs and metrics: {@code key:} and the key's {@code jti}; of a key that has none, {@code app:} and the consumers
     * that it was made for, in order.
     */
    @Override
    public String getName() {
        return identity.keyId()
                .map(id -> "key:" + id)
                .orElseGet(() -> "app:"
                        + String.join(",", identity.apps().stream().sorted().toList()));
    }
}
