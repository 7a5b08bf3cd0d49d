package io.github.auraauth.usecase.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.Session;

/**
 * An account whose session is good.
 *
 * @param access what for
 */
public record SignedIn(Account account, Rights rights, Session session, Access access) {
    public SignedIn {
        requireNonNull(account, "account");
        requireNonNull(rights, "rights");
        requireNonNull(session, "session");
        requireNonNull(access, "access");
    }
}
