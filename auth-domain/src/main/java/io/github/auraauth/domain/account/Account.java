package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody, or something, that logs in.
 *
 * @param revision of what is stored, from 0 on; a change of an older one is refused
 * @param password absent where none was set, so that none is good
 * @param epoch rises whenever everything that was signed in is to be signed out: sessions and grants carry it
 * @param lastLogin the last one by a person; absent before the first
 * @param secondFactors maybe none
 */
public record Account(
        AccountId id,
        long revision,
        Username username,
        Profile profile,
        AccountState state,
        GivenRights rights,
        Optional<PasswordHash> password,
        int epoch,
        Optional<Instant> lastLogin,
        AccountOrigin origin,
        SecondFactors secondFactors) {
    public Account {
        requireNonNull(id, "id");
        requireNonNull(username, "username");
        requireNonNull(profile, "profile");
        requireNonNull(state, "state");
        requireNonNull(rights, "rights");
        requireNonNull(password, "password");
        requireNonNull(lastLogin, "lastLogin");
        requireNonNull(origin, "origin");
        requireNonNull(secondFactors, "secondFactors");
        if (revision < 0 || epoch < 0) {
            throw new IllegalArgumentException("revision and epoch must not be negative");
        }
    }

    /** A new, active one without a password. */
    public static Account create(
            AccountId id, Username username, Profile profile, GivenRights rights, AccountOrigin origin) {
        return new Account(
                id,
                0,
                username,
                profile,
                AccountState.ACTIVE,
                rights,
                Optional.empty(),
                0,
                Optional.empty(),
                origin,
                SecondFactors.NONE);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    public Account with(Profile other) {
        return new Account(
                id, revision, username, other, state, rights, password, epoch, lastLogin, origin, secondFactors);
    }

    public Account with(GivenRights other) {
        return new Account(
                id, revision, username, profile, state, other, password, epoch, lastLogin, origin, secondFactors);
    }

    /** The same in another state; one that is not active any more is signed out everywhere. */
    public Account with(AccountState other) {
        int next = other == AccountState.ACTIVE ? epoch : epoch + 1;
        return new Account(
                id, revision, username, profile, other, rights, password, next, lastLogin, origin, secondFactors);
    }

    /** The same with another password, signed out everywhere. */
    public Account with(PasswordHash other) {
        return new Account(
                id,
                revision,
                username,
                profile,
                state,
                rights,
                Optional.of(other),
                epoch + 1,
                lastLogin,
                origin,
                secondFactors);
    }

    /** The same with the same password at another cost, signed in as before. */
    public Account rehashed(PasswordHash other) {
        return new Account(
                id,
                revision,
                username,
                profile,
                state,
                rights,
                Optional.of(other),
                epoch,
                lastLogin,
                origin,
                secondFactors);
    }

    /**
     * The same with other second factors. With the first one it is signed out everywhere, and when somebody else has taken them
     * away: who was signed in by the password alone is to show more.
     */
    public Account with(SecondFactors other) {
        boolean ends = other.any() && !secondFactors.any()
                || other.resetAt().isPresent() && !other.resetAt().equals(secondFactors.resetAt());
        int next = ends ? epoch + 1 : epoch;
        return new Account(id, revision, username, profile, state, rights, password, next, lastLogin, origin, other);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Account[" + id.value() + "]";
    }
}
