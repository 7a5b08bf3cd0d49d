package io.github.auraauth.port.in.provider;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Map;
import java.util.Optional;

/**
 * The userinfo endpoint (OpenID Connect Core 1.0, section 5.3). Safe for use by many threads; throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface UserInfo {

    /** What the bearer of an access token may know of the person, {@code sub} first; empty when the token is not good. */
    Optional<Map<String, Object>> claims(Secret accessToken, Deadline deadline);
}
