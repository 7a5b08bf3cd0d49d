package io.github.auraauth.domain.account;

import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of who may do what to which account: nobody gives, takes away or takes over what they have not themselves. The one place that says so,
 * whether it is asked for by API, page or command.
 */
public final class AccountRules {
    private AccountRules() {}

    /**
     * Why an account may not be changed so; empty when it may. Groups are judged by {@link #ofGroups}.
     *
     * @param target as it is
     */
    public static Optional<Refusal> ofChange(Actor actor, AccountDetails target, AccountChange change) {
        boolean own = actor.is(target.account().id());
        boolean updates = actor.has(OwnPermissions.UPDATE_ACCOUNT);
        if (!own && (!updates || !actor.rights().cover(target.rights()))) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN));
        }
        if (change.email().isPresent() && !actor.rights().cover(target.rights())) {
            return forbidden("email");
        }
        if (!updates) {
            return firstOf(change);
        }
        if (differs(change.active(), target.account().isActive())
                && !actor.rights().cover(target.rights())) {
            return forbidden("is_active");
        }
        if (differs(change.staff(), target.account().rights().staff())
                && !actor.rights().cover(new Rights(false, true, Set.of()))) {
            return forbidden("is_staff");
        }
        if (differs(change.superuser(), target.rights().superuser())
                && !actor.rights().superuser()) {
            return forbidden("is_superuser");
        }
        return ofPermissions(actor, target.account().rights().permissions(), change.permissions());
    }

    /** Why permissions may not become others; empty when they may: none that is given or taken lies beyond one's own. */
    public static Optional<Refusal> ofPermissions(
            Actor actor, Set<Permission> present, Optional<Set<Permission>> wanted) {
        return wanted.filter(permissions -> !actor.rights().hasAll(difference(present, permissions)))
                .flatMap(beyond -> forbidden("permissions"));
    }

    /** Why somebody may not be put into groups or out of them; empty when they may. */
    public static Optional<Refusal> ofGroups(Actor actor, Collection<Group> enteredAndLeft) {
        if (enteredAndLeft.isEmpty()) {
            return Optional.empty();
        }
        boolean covered = actor.has(OwnPermissions.UPDATE_ACCOUNT)
                && enteredAndLeft.stream().allMatch(group -> actor.rights().hasAll(group.permissions()));
        return covered ? Optional.empty() : forbidden("groups");
    }

    /** Why an account may not be deleted, invited or otherwise taken over; empty when it may. */
    public static Optional<Refusal> ofTakingOver(Actor actor, Rights target, Permission needed) {
        return actor.has(needed) && actor.rights().cover(target)
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.FORBIDDEN));
    }

    /** Why the second factors of an account may not be taken away; empty when they may: by a superuser, from somebody else. */
    public static Optional<Refusal> ofSecondFactorReset(Actor actor, AccountDetails target, Instant now) {
        boolean may = actor.rights().superuser()
                && actor.rights().cover(target.rights())
                && !actor.is(target.account().id());
        if (!may) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN));
        }
        return actor.isAuthenticatedLately(now)
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.REAUTHENTICATION_REQUIRED));
    }

    /** What is in one of two sets only. */
    public static <T> Set<T> difference(Set<T> one, Set<T> other) {
        Set<T> difference = new HashSet<>(one);
        difference.removeAll(other);
        other.stream().filter(element -> !one.contains(element)).forEach(difference::add);
        return difference;
    }

    /** The first of the fields that only somebody with the permission may set. */
    private static Optional<Refusal> firstOf(AccountChange change) {
        if (change.active().isPresent()) {
            return forbidden("is_active");
        }
        if (change.staff().isPresent()) {
            return forbidden("is_staff");
        }
        if (change.superuser().isPresent()) {
            return forbidden("is_superuser");
        }
        if (change.groups().isPresent()) {
            return forbidden("groups");
        }
        return change.permissions().isPresent() ? forbidden("permissions") : Optional.empty();
    }

    private static boolean differs(Optional<Boolean> wanted, boolean present) {
        return wanted.filter(value -> value != present).isPresent();
    }

    private static Optional<Refusal> forbidden(String field) {
        return Optional.of(Refusal.of(Reason.FORBIDDEN, field));
    }
}
