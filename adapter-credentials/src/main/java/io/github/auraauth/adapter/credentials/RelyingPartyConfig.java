package io.github.auraauth.adapter.credentials;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * The relying party of passkeys, as authenticators and browsers know us.
 *
 * @param id a host name (Web Authentication Level 3, section 5.1.2): passkeys are good for it alone, so that a change of it loses
 *     them all
 * @param name what people are shown
 * @param origins of our pages, as browsers write them
 * @param anyPort whether the port says nothing, as in development
 */
public record RelyingPartyConfig(String id, String name, Set<String> origins, boolean anyPort) {
    public RelyingPartyConfig {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        origins = Set.copyOf(origins);
    }
}
