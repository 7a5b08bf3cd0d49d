package io.github.auraauth.port.in.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Auth tokens; without the permission one finds one's own. A token never carries more than whoever makes it may do. Safe
 * for use by many threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AuthTokens {

    /**
     * A part of all tokens by id; of one's own alone without {@code list_token}.
     *
     * @param account whose they are; absent for those of all accounts that may be seen
     */
    Outcome<Page<OwnedToken>> list(Optional<Username> account, PageRequest page, Actor actor, Deadline deadline);

    /** One token; absent where it is neither one's own nor to be seen. */
    Outcome<OwnedToken> find(AuthTokenId id, Actor actor, Deadline deadline);

    /**
     * Makes a token: {@code TAKEN} where there is one with the identifier that was asked for, and
     * {@code REAUTHENTICATION_REQUIRED} for a session whose authentication is older than five minutes.
     */
    Outcome<IssuedToken> create(NewToken wanted, Actor actor, Deadline deadline);

    /** Takes a token back, at once here and within two seconds everywhere; one that is listed stays taken back. */
    Outcome<AuthTokenId> revoke(AuthTokenId id, Actor actor, Deadline deadline);

    /** A token and whose it is. */
    record OwnedToken(AuthToken token, Username owner) {}

    /**
     * A new token.
     *
     * @param secret that is not to be seen again
     */
    record IssuedToken(OwnedToken token, Secret secret) {}

    /**
     * A token that is wanted.
     *
     * @param account whose it is to be; absent for the actor's own
     * @param permissions that it is to carry; absent for all that the account has
     * @param id that it is to have, so that who asks twice for the same makes it once; absent for any
     */
    record NewToken(
            AuthTokenName name,
            Optional<Username> account,
            Optional<Set<Permission>> permissions,
            Optional<Instant> expiresAt,
            Optional<AuthTokenId> id) {
        public NewToken {
            requireNonNull(name, "name");
            requireNonNull(account, "account");
            permissions = permissions.map(Set::copyOf);
            requireNonNull(expiresAt, "expiresAt");
            requireNonNull(id, "id");
        }

        /** One with any identifier. */
        public NewToken(
                AuthTokenName name,
                Optional<Username> account,
                Optional<Set<Permission>> permissions,
                Optional<Instant> expiresAt) {
            this(name, account, permissions, expiresAt, Optional.empty());
        }
    }
}
