package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessLevel;
import java.util.Optional;
import java.util.Set;

/**
 * The caller, once a key has been found good and sufficient.
 *
 * @param apps consumers that the key was made for
 * @param keyId the key's {@code jti}; absent in keys of version 1
 */
public record GrantedIdentity(Set<String> apps, Optional<String> keyId) {
    public GrantedIdentity {
        requireNonNull(keyId, "keyId");
        apps = Set.copyOf(requireNonNull(apps, "apps"));
    }

    /** Whether the caller is of that level. */
    public boolean isOf(AccessLevel level) {
        return level.admits(apps);
    }
}
