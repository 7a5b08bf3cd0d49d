package io.github.auraauth.usecase.user;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.UserAdministration;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds, removes and erases users for accounts that may, and notes what was done without a phone number. */
public final class UserAdministrationService implements UserAdministration {
    private final UserRowSearch rows;
    private final Users users;
    private final PersonErasure erasure;
    private final ActivityRecorder activity;

    public UserAdministrationService(
            UserRowSearch rows, Users users, PersonErasure erasure, ActivityRecorder activity) {
        this.rows = requireNonNull(rows, "rows");
        this.users = requireNonNull(users, "users");
        this.erasure = requireNonNull(erasure, "erasure");
        this.activity = requireNonNull(activity, "activity");
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
            if (users.remove(auraId, deadline) == RemoveOutcome.ABSENT) {
                return Outcome.refused(Reason.ABSENT);
            }
            activity.note(Event.USER_REMOVE, actor, Optional.empty(), auraId.value(), deadline);
            return Outcome.done(auraId);
        });
    }

    @Override
    public Outcome<PhoneNumber> erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.DESTROY_USER).then(allowed -> {
            if (erasure.erase(phoneNumber, deadline) == ErasureOutcome.NOTHING_STORED) {
                return Outcome.refused(Reason.ABSENT);
            }
            activity.note(Event.USER_ERASE, actor, Optional.empty(), "", deadline);
            return Outcome.done(phoneNumber);
        });
    }

    private static Outcome<Actor> permitted(Actor actor, Permission needed) {
        return actor.has(needed) ? Outcome.done(actor) : Outcome.refused(Reason.FORBIDDEN);
    }
}
