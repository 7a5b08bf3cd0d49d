package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * That a person has agreed to a client's being told something of them.
 *
 * @param scopes by name
 * @param givenAt to the millisecond, the last time
 */
public record Consent(AccountId account, ClientId client, Set<String> scopes, Instant givenAt) {
    public Consent {
        requireNonNull(account, "account");
        requireNonNull(client, "client");
        scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
        givenAt = givenAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
