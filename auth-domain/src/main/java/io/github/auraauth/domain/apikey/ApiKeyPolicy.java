package io.github.auraauth.domain.apikey;

import java.util.Locale;
import java.util.Optional;

/** Which keys of version 1 are taken; those of version 2 always are. */
public enum ApiKeyPolicy {
    /** Only registered ones. */
    STRICT,
    /** Also those that another implementation made and nobody registered. */
    COMPAT;

    /** Whether keys of version 1 must be looked up. */
    public boolean asksRegistry() {
        return this == STRICT;
    }

    /** The policy of {@code AURA_APIKEY_POLICY}: {@code strict} or {@code compat}. */
    public static Optional<ApiKeyPolicy> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "strict" -> Optional.of(STRICT);
            case "compat" -> Optional.of(COMPAT);
            default -> Optional.empty();
        };
    }
}
