package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import java.util.Optional;

/**
 * Whoever wants something done, with the rights of the credential that they showed.
 *
 * @param account absent where it is none, as at the command line
 * @param restricted whether the credential carries some permissions only, so that it stands for less than the account even
 *     where that has no more at present
 * @param label what activity calls them: {@code account:<id>} or {@code cli:<user of the operating system>}
 */
public record Actor(Optional<AccountId> account, Rights rights, boolean restricted, String label) {
    public Actor {
        requireNonNull(account, "account");
        requireNonNull(rights, "rights");
        requireNonNull(label, "label");
    }

    /** An account, by a credential with those rights. */
    public static Actor of(AccountId account, Rights rights) {
        return new Actor(Optional.of(account), rights, false, "account:" + account.value());
    }

    /** An account, by a token that carries those rights only. */
    public static Actor restricted(AccountId account, Rights rights) {
        return new Actor(Optional.of(account), rights, true, "account:" + account.value());
    }

    /** The command line, which acts as a superuser. */
    public static Actor commandLine(String osUser) {
        return new Actor(Optional.empty(), Rights.ALL, false, "cli:" + osUser);
    }

    public boolean is(AccountId other) {
        return account.filter(other::equals).isPresent();
    }

    public boolean has(Permission permission) {
        return rights.has(permission);
    }
}
