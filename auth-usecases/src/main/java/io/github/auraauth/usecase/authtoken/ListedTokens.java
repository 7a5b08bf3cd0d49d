package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.authtoken.ListedAuthToken;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Listed tokens as they are stored. */
public final class ListedTokens {
    private static final AuthTokenName NAME = new AuthTokenName("AUTH_TOKENS");
    private static final int ATTEMPTS = 20;

    private final AuthTokenStore tokens;
    private final AuthTokenDirectory directory;
    private final AuthTokenDigester digester;
    private final InstantSource clock;
    private final SecureRandom random;

    public ListedTokens(
            AuthTokenStore tokens,
            AuthTokenDirectory directory,
            AuthTokenDigester digester,
            InstantSource clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.directory = directory;
        this.digester = digester;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Whether the secret is that of a token that was not listed, or of another account. Another process may be making account
     * and token meanwhile: the account is looked at after the token, which never comes first.
     *
     * @param other whether an account is there and another than the token's
     */
    boolean isTaken(ListedAuthToken token, Predicate<AccountId> other, Deadline deadline) {
        return tokens.find(digester.digest(token.secret()), deadline)
                .filter(stored -> isForeign(stored, other))
                .isPresent();
    }

    /** The token as it is stored now, withdrawn if it was; empty where the secret is another's. */
    Optional<AuthToken> store(ListedAuthToken listed, AccountId owner, Predicate<AccountId> other, Deadline deadline) {
        AuthTokenDigest digest = digester.digest(listed.secret());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<AuthToken> found = tokens.find(digest, deadline);
            if (found.filter(stored -> isForeign(stored, other)).isPresent()) {
                return Optional.empty();
            }
            if (found.filter(stored -> !stored.account().equals(owner)).isPresent()) {
                tokens.delete(found.get().id(), deadline);
                continue;
            }
            AuthToken wanted =
                    found.map(token -> carrying(token, listed.permissions())).orElseGet(() -> made(listed, owner));
            boolean stored = found.isPresent()
                    ? wanted.equals(found.get()) || tokens.update(wanted, deadline)
                    : tokens.insert(digest, wanted, deadline);
            if (stored) {
                return Optional.of(wanted);
            }
        }
        throw new Outage.Contended("auth tokens");
    }

    /** Those that were listed and are no more. */
    List<AuthToken> unlisted(AuthTokenList list, Deadline deadline) {
        Set<AuthTokenDigest> listed = new HashSet<>();
        list.tokens().forEach(token -> listed.add(digester.digest(token.secret())));
        return directory.listed(deadline).entrySet().stream()
                .filter(token -> !listed.contains(token.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    void withdraw(AuthToken token, Deadline deadline) {
        tokens.delete(token.id(), deadline);
    }

    /** A listed token whose account is no more is in nobody's way. */
    private static boolean isForeign(AuthToken token, Predicate<AccountId> other) {
        return token.source() != AuthToken.Source.LISTED || other.test(token.account());
    }

    private AuthToken made(ListedAuthToken listed, AccountId owner) {
        return new AuthToken(
                AuthTokenId.random(random),
                NAME,
                owner,
                Optional.of(listed.permissions()),
                new AuthToken.Times(clock.instant(), Optional.empty(), Optional.empty()),
                AuthToken.Source.LISTED,
                false);
    }

    private static AuthToken carrying(AuthToken token, Set<Permission> permissions) {
        return new AuthToken(
                token.id(),
                token.name(),
                token.account(),
                Optional.of(permissions),
                token.times(),
                token.source(),
                token.withdrawn());
    }
}
