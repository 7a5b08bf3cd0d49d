package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * An access token of a client, without its secret. It ends with its grant.
 *
 * @param scopes that it carries: the grant's, or fewer where fewer were asked for
 * @param issuedAt to the second
 * @param expiresAt to the second
 */
public record AccessToken(GrantId grant, Set<String> scopes, Instant issuedAt, Instant expiresAt) {
    public AccessToken {
        requireNonNull(grant, "grant");
        scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether it is good at that time, as far as it is for the token to say. */
    public boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
