package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever wants something done, with the rights of the credential that they showed.
 *
 * @param account absent where it is none, as at the command line
 * @param restricted whether the credential carries some permissions only, so that it stands for less than the account even
 *     where that has no more at present
 * @param authenticatedAt when they authenticated last, in a session; absent where they do with each call, as by a password, or where
 *     nobody can ask it, as of a token or at the command line
 * @param end when the credential ends, of a token that does: tokens that they make by it end no later
 * @param label what activity calls them: {@code account:<id>}, {@code cli:<user of the operating system>}, {@code key:<jti>}
 */
public record Actor(
        Optional<AccountId> account,
        Rights rights,
        boolean restricted,
        Optional<Instant> authenticatedAt,
        Optional<Instant> end,
        String label) {
    /** How old an authentication may be for what is to be protected most. */
    public static final Duration RECENT = Duration.ofMinutes(5);

    public Actor {
        requireNonNull(account, "account");
        requireNonNull(rights, "rights");
        requireNonNull(authenticatedAt, "authenticatedAt");
        requireNonNull(end, "end");
        requireNonNull(label, "label");
    }

    /** An account, by a credential with those rights. */
    public static Actor of(AccountId account, Rights rights) {
        return new Actor(
                Optional.of(account), rights, false, Optional.empty(), Optional.empty(), "account:" + account.value());
    }

    /** An account, by a token that carries those rights only. */
    public static Actor restricted(AccountId account, Rights rights) {
        return new Actor(
                Optional.of(account), rights, true, Optional.empty(), Optional.empty(), "account:" + account.value());
    }

    /** The command line, which acts as a superuser. */
    public static Actor commandLine(String osUser) {
        return new Actor(Optional.empty(), Rights.ALL, false, Optional.empty(), Optional.empty(), "cli:" + osUser);
    }

    /** Whoever is no account and has no rights of one, such as the holder of an APIKey, under that label. */
    public static Actor labelled(String label) {
        return new Actor(Optional.empty(), Rights.NONE, false, Optional.empty(), Optional.empty(), label);
    }

    /** The same by a session, in which they authenticated at that time. */
    public Actor authenticatedAt(Instant time) {
        return new Actor(account, rights, restricted, Optional.of(time), end, label);
    }

    /** The same by a token that ends then. */
    public Actor until(Instant time) {
        return new Actor(account, rights, restricted, authenticatedAt, Optional.of(time), label);
    }

    /** Whether the credential at hand is good for as long as that: for ever where it is empty. */
    public boolean isGoodUntil(Optional<Instant> time) {
        return end.isEmpty()
                || time.filter(wanted -> !wanted.isAfter(end.get())).isPresent();
    }

    /** Whether they authenticated so lately that security settings may be changed, and tokens made. */
    public boolean isAuthenticatedLately(Instant now) {
        return authenticatedAt.filter(time -> !now.isBefore(time.plus(RECENT))).isEmpty();
    }

    public boolean is(AccountId other) {
        return account.filter(other::equals).isPresent();
    }

    public boolean has(Permission permission) {
        return rights.has(permission);
    }
}
