package io.github.auraauth.adapter.http.apikey;

import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.front.request.Principal;
import java.util.Optional;

/** The holder of an APIKey that is good for the operation. */
public record ApiKeyHolder(GrantedIdentity identity) implements Principal {

    /** The key by its {@code jti}; of one that has none, the consumers that it was made for. */
    @Override
    public Optional<String> label() {
        return Optional.of(identity.keyId()
                .map(id -> "key:" + id)
                .orElseGet(() -> "app:"
                        + String.join(",", identity.apps().stream().sorted().toList())));
    }
}
