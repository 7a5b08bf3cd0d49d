package io.github.auraauth.usecase.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.client.ClientReader;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Grants and access tokens with whose they are. At every use the account must be active, not have been signed out everywhere
 * since, have shown the second factor that its present rights ask for, and the client be there that it was given to, as far as
 * two seconds ago. Safe for use by many threads.
 */
public final class GrantReader {
    private final GrantStore grants;
    private final AccessTokenStore tokens;
    private final GrantSecrets secrets;
    private final AccountReader accounts;
    private final ClientReader clients;
    private final SecondFactorPolicy policy;
    private final InstantSource clock;

    public GrantReader(
            GrantStore grants,
            AccessTokenStore tokens,
            GrantSecrets secrets,
            AccountReader accounts,
            ClientReader clients,
            SecondFactorPolicy policy,
            InstantSource clock) {
        this.grants = grants;
        this.tokens = tokens;
        this.secrets = secrets;
        this.accounts = accounts;
        this.clients = clients;
        this.policy = policy;
        this.clock = clock;
    }

    /** The grant as it stands, its code used or not; one whose time is over, or whose client is gone, is none. */
    public Optional<Grant> find(GrantId id, Deadline deadline) {
        return grants.find(id, deadline)
                .filter(grant -> grant.isGoodAt(clock.instant()))
                .filter(grant -> clients.find(grant.client(), deadline)
                        .filter(client -> client.wasGiven(grant.rotatedAt()))
                        .isPresent());
    }

    /** Whose the grant is, if they are still as they were when they gave it, and would be given it now. */
    public Optional<Account> owner(Grant grant, Deadline deadline) {
        return accounts.recent(grant.account(), deadline)
                .filter(account -> account.epoch() == grant.epoch())
                .filter(account -> grant.authentication().hasSeveralFactors()
                        || !policy.isRequired(accounts.recentRights(account, deadline)));
    }

    /** What an access token stands for; empty when it is not good. */
    public Optional<Bearer> bearer(Secret accessToken, Deadline deadline) {
        return secrets.digest(accessToken)
                .flatMap(digest -> tokens.find(digest, deadline))
                .filter(token -> token.isGoodAt(clock.instant()))
                .flatMap(token -> find(token.grant(), deadline)
                        .filter(Grant::isActive)
                        .flatMap(grant -> owner(grant, deadline).map(owner -> new Bearer(token, grant, owner))));
    }

    /** What a good access token stands for. */
    public record Bearer(AccessToken token, Grant grant, Account owner) {
        public Bearer {
            requireNonNull(token, "token");
            requireNonNull(grant, "grant");
            requireNonNull(owner, "owner");
        }
    }
}
