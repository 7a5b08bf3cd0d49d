package io.github.auraauth.port.out.token;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginProvider;

/**
 * The public keys that the operator's OpenID provider signs with. Fetched when first needed and kept; safe for use by
 * many threads. Throws as {@link LoginProvider} does.
 */
public interface ProviderKeys {
    /** The keys as last fetched, which may be some minutes ago; fetches them where that was never done. */
    JsonWebKeySet current(Deadline deadline);

    /**
     * The keys fetched anew, for a token whose key is not among the current ones; but at most once in ten seconds, and
     * the current ones between, since anybody can make up a token that names an unknown key.
     */
    JsonWebKeySet refreshed(Deadline deadline);
}
