package io.github.auraauth.port.in.provider;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * The keys by which the provider's tokens are verified. Safe for use by many threads; throws
 * {@link io.github.auraauth.port.Outage} when the store is away or too slow, or there is no key.
 */
@FunctionalInterface
public interface ProviderKeySet {

    /** Those that verifiers must know now, those that sign first; at least one. */
    List<JsonWebKey> published(Deadline deadline);
}
