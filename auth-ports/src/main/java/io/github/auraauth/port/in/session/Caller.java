package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account that calls.
 *
 * @param rights of the credential that was shown, which may be fewer than the account's
 * @param session where the credential was one
 * @param end when the credential ends, where it is a token that does
 * @param access less than full where a second factor is asked of them that they have not set up
 */
public record Caller(
        AccountId account,
        Username username,
        Rights rights,
        Credential credential,
        Optional<Session> session,
        Optional<Instant> end,
        Access access) {
    public Caller {
        requireNonNull(account, "account");
        requireNonNull(username, "username");
        requireNonNull(rights, "rights");
        requireNonNull(credential, "credential");
        requireNonNull(session, "session");
        requireNonNull(end, "end");
        requireNonNull(access, "access");
    }

    /** Somebody by a token or a password with each call. */
    public static Caller of(AccountId account, Username username, Rights rights, Credential credential) {
        return new Caller(account, username, rights, credential, Optional.empty(), Optional.empty(), Access.FULL);
    }

    /** The same by a token that ends then. */
    public Caller until(Instant time) {
        return new Caller(account, username, rights, credential, session, Optional.of(time), access);
    }

    public Optional<SessionId> sessionId() {
        return session.map(Session::id);
    }

    /** Whoever wants something done. */
    public Actor actor() {
        Actor actor = credential == Credential.RESTRICTED_TOKEN
                ? Actor.restricted(account, rights)
                : Actor.of(account, rights);
        return session.map(Session::begunAt)
                .map(actor::authenticatedAt)
                .or(() -> end.map(actor::until))
                .orElse(actor);
    }

    /** The kinds of credentials. */
    public enum Credential {
        SESSION,
        /** For all that the account may do. */
        TOKEN,
        /** For some permissions only. */
        RESTRICTED_TOKEN,
        PASSWORD;

        public boolean isToken() {
            return this == TOKEN || this == RESTRICTED_TOKEN;
        }
    }
}
