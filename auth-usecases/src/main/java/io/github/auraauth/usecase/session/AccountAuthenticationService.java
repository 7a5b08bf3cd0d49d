package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.Caller.Credential;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.CredentialResult.Accepted;
import io.github.auraauth.port.in.session.CredentialResult.Refused;
import io.github.auraauth.port.in.session.CredentialResult.Throttled;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.authtoken.RecentAuthTokens;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Judges the credentials of accounts: at every use the account must be active and hold what the credential claims, as far
 * as two seconds ago.
 */
public final class AccountAuthenticationService implements AccountAuthentication {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AccountReader reader;
    private final SessionAuthenticator sessions;
    private final RecentAuthTokens tokens;
    private final PasswordVerifier passwords;
    private final RecentPasswords recentPasswords;
    private final SourceThrottle throttle;
    private final SecondFactorPolicy policy;

    /**
     * @param throttle turns sources away that show bad tokens too often; a good one always passes
     * @param policy says who may send their password with each call
     */
    public AccountAuthenticationService(
            AccountReader reader,
            SessionAuthenticator sessions,
            RecentAuthTokens tokens,
            PasswordVerifier passwords,
            SourceThrottle throttle,
            SecondFactorPolicy policy,
            InstantSource clock,
            SecureRandom random) {
        this.reader = reader;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.recentPasswords = new RecentPasswords(clock, random);
        this.throttle = throttle;
        this.policy = policy;
    }

    @Override
    public CredentialResult<Caller> bySession(Secret session, Deadline deadline) {
        return sessions.find(session, deadline)
                .map(found -> new Caller(
                        found.account().id(),
                        found.account().username(),
                        found.rights(),
                        Credential.SESSION,
                        Optional.of(found.session()),
                        Optional.empty(),
                        found.access()))
                .<CredentialResult<Caller>>map(Accepted::new)
                .orElseGet(Refused::new);
    }

    @Override
    public CredentialResult<Caller> byToken(Secret token, String source, Deadline deadline) {
        Optional<Caller> caller = tokens.find(token, deadline)
                .flatMap(
                        found -> reader.recent(found.account(), deadline).map(account -> by(found, account, deadline)));
        if (caller.isPresent()) {
            return new Accepted<>(caller.get());
        }
        if (throttle.isClosedTo(source)) {
            return new Throttled<>(PAUSE);
        }
        throttle.count(source);
        return new Refused<>();
    }

    @Override
    public CredentialResult<Caller> byPassword(String username, Secret password, String source, Deadline deadline) {
        Optional<Account> known = recentPasswords
                .find(username, password)
                .flatMap(match -> reader.recent(match.account(), deadline).filter(match::isOf));
        if (known.isPresent()) {
            return admitted(known.get(), deadline);
        }
        return passwords
                .verify(username, password, source, deadline)
                .fold(
                        account -> {
                            recentPasswords.note(username, password, account);
                            return admitted(account, deadline);
                        },
                        Refused::new,
                        Throttled::new);
    }

    private CredentialResult<Caller> admitted(Account account, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        return policy.admitsPassword(rights, account.secondFactors())
                ? new Accepted<>(caller(account, rights, Credential.PASSWORD))
                : new Refused<>();
    }

    private static Caller caller(Account account, Rights rights, Credential credential) {
        return Caller.of(account.id(), account.username(), rights, credential);
    }

    private Caller by(AuthToken token, Account account, Deadline deadline) {
        Credential kind = token.permissions().isPresent() ? Credential.RESTRICTED_TOKEN : Credential.TOKEN;
        Caller caller = caller(account, carried(token, account, deadline), kind);
        return token.times().expiresAt().map(caller::until).orElse(caller);
    }

    private Rights carried(AuthToken token, Account account, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        return token.permissions().map(rights::restrictedTo).orElse(rights);
    }
}
