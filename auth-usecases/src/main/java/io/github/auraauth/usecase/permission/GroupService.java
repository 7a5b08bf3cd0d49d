package io.github.auraauth.usecase.permission;

import static io.github.auraauth.domain.permission.OwnPermissions.CREATE_GROUP;
import static io.github.auraauth.domain.permission.OwnPermissions.DESTROY_GROUP;
import static io.github.auraauth.domain.permission.OwnPermissions.LIST_GROUP;
import static io.github.auraauth.domain.permission.OwnPermissions.UPDATE_GROUP;
import static io.github.auraauth.domain.permission.OwnPermissions.VIEW_GROUP;

import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.paging.Paging;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups over their store. */
public final class GroupService implements Groups {
    private static final Paging<GroupName, Group> PAGING =
            new Paging<>(Group::name, GroupName::value, GroupName::parse);
    private static final int MOST_ATTEMPTS = 8;
    private static final int MOST_GROUPS = 10_000;

    private final GroupStore groups;
    private final AccountReader accounts;
    private final ActivityRecorder activity;
    private final SecureRandom random;

    public GroupService(GroupStore groups, AccountReader accounts, ActivityRecorder activity, SecureRandom random) {
        this.groups = groups;
        this.accounts = accounts;
        this.activity = activity;
        this.random = random;
    }

    @Override
    public Outcome<Page<Group>> list(PageRequest page, Actor actor, Deadline deadline) {
        if (actor.has(LIST_GROUP)) {
            return PAGING.page(
                    page,
                    (place, most) -> groups.page(place, most, deadline),
                    most -> groups.page(Keyset.first(), Math.min(most, MOST_GROUPS), deadline)
                            .size());
        }
        return Outcome.done(Page.whole(own(actor, deadline), page));
    }

    @Override
    public Outcome<Group> find(GroupName name, Actor actor, Deadline deadline) {
        Optional<Group> group = actor.has(VIEW_GROUP)
                ? groups.findByName(name, deadline)
                : own(actor, deadline).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst();
        return group.map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<Group> create(GroupName name, Set<Permission> permissions, Actor actor, Deadline deadline) {
        Optional<Refusal> refusal = actor.has(CREATE_GROUP)
                ? refusal(actor, Set.of(), Optional.of(permissions), deadline)
                : Optional.of(Refusal.of(Reason.FORBIDDEN));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Group group = new Group(GroupId.random(random), 0, name, permissions);
        return switch (groups.insert(group, deadline)) {
            case WRITTEN -> done(Event.GROUP_CREATE, group, actor, deadline);
            case TAKEN, CONFLICT -> Outcome.refused(Refusal.of(Reason.TAKEN, "name"));
        };
    }

    @Override
    public Outcome<Group> change(
            GroupName name,
            Optional<GroupName> newName,
            Optional<Set<Permission>> permissions,
            Actor actor,
            Deadline deadline) {
        if (!actor.has(UPDATE_GROUP)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Group> found = groups.findByName(name, deadline);
            if (found.isEmpty()) {
                return Outcome.refused(Reason.ABSENT);
            }
            Group present = found.get();
            Optional<Refusal> refusal = refusal(actor, present.permissions(), permissions, deadline);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            Group wanted = present.with(newName.orElse(name), permissions.orElse(present.permissions()));
            Optional<Outcome<Group>> outcome = switch (groups.update(wanted, deadline)) {
                case WRITTEN -> Optional.of(done(Event.GROUP_UPDATE, wanted, actor, deadline));
                case TAKEN -> Optional.of(Outcome.refused(Refusal.of(Reason.TAKEN, "name")));
                case CONFLICT -> Optional.empty();
            };
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new Outage.Contended("the store of groups");
    }

    @Override
    public Outcome<GroupName> delete(GroupName name, Actor actor, Deadline deadline) {
        if (!actor.has(DESTROY_GROUP)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        Optional<Group> group = groups.findByName(name, deadline);
        if (group.isEmpty()) {
            return Outcome.refused(Reason.ABSENT);
        }
        if (!actor.rights().hasAll(group.get().permissions())) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        if (!groups.delete(group.get().id(), deadline)) {
            return Outcome.refused(Reason.ABSENT);
        }
        return done(Event.GROUP_DELETE, group.get(), actor, deadline).map(Group::name);
    }

    /** Why permissions may not become those that are wanted; empty when they may. */
    private Optional<Refusal> refusal(
            Actor actor, Set<Permission> present, Optional<Set<Permission>> wanted, Deadline deadline) {
        Set<Permission> added = new HashSet<>(wanted.orElse(present));
        added.removeAll(present);
        if (!added.isEmpty() && !accounts.known(deadline).containsAll(added)) {
            return Optional.of(Refusal.of(Reason.UNKNOWN, "permissions"));
        }
        return AccountRules.ofPermissions(actor, present, wanted);
    }

    private Outcome<Group> done(Event event, Group group, Actor actor, Deadline deadline) {
        accounts.forgetGroups();
        activity.note(event, actor, Optional.empty(), group.id().value(), deadline);
        return Outcome.done(group);
    }

    private List<Group> own(Actor actor, Deadline deadline) {
        Set<GroupId> ids = actor.account()
                .flatMap(id -> accounts.find(id, deadline))
                .map(details -> details.account().rights().groups())
                .orElse(Set.of());
        return ids.isEmpty()
                ? List.of()
                : groups.find(ids, deadline).stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList();
    }
}
