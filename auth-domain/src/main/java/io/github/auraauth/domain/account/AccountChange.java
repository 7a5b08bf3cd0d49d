package io.github.auraauth.domain.account;

import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an account; what is absent stays.
 *
 * @param email the empty text takes it away
 * @param groups all that it is to be in
 * @param permissions all that it is to have of its own
 */
public record AccountChange(
        Optional<String> email,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<Boolean> active,
        Optional<Boolean> staff,
        Optional<Boolean> superuser,
        Optional<Set<GroupName>> groups,
        Optional<Set<Permission>> permissions) {
    /** Nothing. */
    public static final AccountChange NONE = new AccountChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public AccountChange {
        if (email.filter(text -> !text.isEmpty() && AccountEmail.parse(text).isEmpty())
                .isPresent()) {
            throw new IllegalArgumentException("email must be an e-mail address or empty");
        }
        groups = groups.map(Set::copyOf);
        permissions = permissions.map(Set::copyOf);
    }

    /** Only whether it can be used. */
    public static AccountChange active(boolean active) {
        return new AccountChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(active),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The profile as it is to be: an address that becomes another one is not verified. */
    public Profile of(Profile profile) {
        Optional<AccountEmail> address = email.map(AccountEmail::parse).orElseGet(profile::email);
        boolean same = address.map(AccountEmail::value).equals(profile.email().map(AccountEmail::value));
        return new Profile(
                same ? profile.email() : address,
                firstName.orElseGet(profile::firstName),
                lastName.orElseGet(profile::lastName));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AccountChange[redacted]";
    }
}
