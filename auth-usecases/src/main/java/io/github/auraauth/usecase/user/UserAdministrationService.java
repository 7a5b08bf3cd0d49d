package io.github.auraauth.usecase.user;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.UserAdministration;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.UserRowSearch;
import java.util.ArrayList;
import java.util.List;

/** Finds, removes and erases users for accounts that may. */
public final class UserAdministrationService implements UserAdministration {
    private final UserRowSearch rows;
    private final UserChanges changes;

    public UserAdministrationService(UserRowSearch rows, UserChanges changes) {
        this.rows = requireNonNull(rows, "rows");
        this.changes = requireNonNull(changes, "changes");
    }

    @Override
    public Outcome<List<UserRow>> find(AuraId auraId, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.VIEW_USER).map(allowed -> {
            List<UserRow> found =
                    new ArrayList<>(rows.find(auraId, deadline).stream().toList());
            List<UserRow> alike = found.stream()
                    .flatMap(row -> row.user().stream())
                    .flatMap(user ->
                            rows.findByAuthentication(user.registration().authentication(), deadline).stream())
                    .toList();
            found.addAll(alike);
            return rows.withRelated(found, deadline);
        });
    }

    @Override
    public Outcome<List<UserRow>> find(PhoneNumber phoneNumber, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.VIEW_USER)
                .map(allowed -> rows.withRelated(
                        rows.findByAuthentication(Authentication.of(phoneNumber), deadline), deadline));
    }

    @Override
    public Outcome<AuraId> remove(AuraId auraId, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.DESTROY_USER).then(allowed -> {
            if (changes.remove(auraId, actor, deadline) == RemoveOutcome.ABSENT) {
                return Outcome.refused(Reason.ABSENT);
            }
            return Outcome.done(auraId);
        });
    }

    @Override
    public Outcome<PhoneNumber> erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.DESTROY_USER).then(allowed -> {
            if (changes.erase(phoneNumber, actor, deadline) == ErasureOutcome.NOTHING_STORED) {
                return Outcome.refused(Reason.ABSENT);
            }
            return Outcome.done(phoneNumber);
        });
    }

    private static Outcome<Actor> permitted(Actor actor, Permission needed) {
        return actor.has(needed) ? Outcome.done(actor) : Outcome.refused(Reason.FORBIDDEN);
    }
}
