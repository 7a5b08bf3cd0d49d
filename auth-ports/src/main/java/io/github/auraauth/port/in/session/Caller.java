package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.session.SessionId;
import java.util.Optional;

/**
 * An account that calls.
 *
 * @param rights of the credential that was shown, which may be fewer than the account's
 * @param session where the credential was one
 */
public record Caller(
        AccountId account, Username username, Rights rights, Credential credential, Optional<SessionId> session) {
    public Caller {
        requireNonNull(account, "account");
        requireNonNull(username, "username");
        requireNonNull(rights, "rights");
        requireNonNull(credential, "credential");
        requireNonNull(session, "session");
    }

    /** Whoever wants something done. */
    public Actor actor() {
        return credential == Credential.RESTRICTED_TOKEN
                ? Actor.restricted(account, rights)
                : Actor.of(account, rights);
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
