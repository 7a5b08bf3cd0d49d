package io.github.auraauth.usecase.account;

import static java.util.function.Predicate.not;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.account.SuperuserRoster.RemoveOutcome;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.session.SessionStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides about changes of accounts and stores them. A superuser is taken out of the roster before the account is deactivated
 * and put in after it is active; whoever is active and listed is one. Safe for use by many threads and processes.
 */
public final class AccountChanger {
    private final AccountReader reader;
    private final AccountWriter writer;
    private final SuperuserRoster roster;
    private final GroupStore groups;
    private final SessionStore sessions;

    public AccountChanger(
            AccountReader reader,
            AccountWriter writer,
            SuperuserRoster roster,
            GroupStore groups,
            SessionStore sessions) {
        this.reader = reader;
        this.writer = writer;
        this.roster = roster;
        this.groups = groups;
        this.sessions = sessions;
    }

    /** Why the actor may not change the account so, or what it is to have; asks and stores nothing else. */
    Outcome<GivenRights> decide(Actor actor, AccountDetails target, AccountChange change, Deadline deadline) {
        Optional<Refusal> refusal =
                AccountRules.ofChange(actor, target, change).or(() -> unknownPermission(target, change, deadline));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : groups(actor, target, change, deadline)
                        .map(ids -> new GivenRights(
                                change.staff().orElse(target.account().rights().staff()),
                                ids,
                                change.permissions()
                                        .orElse(target.account().rights().permissions())));
    }

    /** What an account that is about to be made is to have. Whoever may make one may give it what they have, and no more. */
    Outcome<GivenRights> decideNew(Actor actor, AccountDetails bare, AccountChange wanted, Deadline deadline) {
        return decide(giving(actor), bare, wanted, deadline)
                .then(given -> actor.rights()
                                .cover(reader.details(bare.account().with(given), deadline)
                                        .rights())
                        ? Outcome.done(given)
                        : Outcome.refused(Refusal.of(
                                Reason.FORBIDDEN,
                                actor.rights().hasAll(given.permissions()) ? "groups" : "permissions")));
    }

    /** As somebody who may change accounts; what that adds is not theirs to give. */
    private static Actor giving(Actor actor) {
        Set<Permission> permissions = new HashSet<>(actor.rights().permissions());
        permissions.add(OwnPermissions.UPDATE_ACCOUNT);
        Rights rights = new Rights(actor.rights().superuser(), actor.rights().staff(), permissions);
        return new Actor(
                Optional.empty(), rights, actor.restricted(), actor.authenticatedAt(), actor.end(), actor.label());
    }

    /** Changes the account, all or nothing. */
    Outcome<Account> change(Actor actor, AccountId id, AccountChange change, Deadline deadline) {
        Optional<Refusal> refusal = leaveRoster(actor, id, change, deadline);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Outcome<Account> changed = writer.change(id, account -> changed(actor, account, change, deadline), deadline);
        return changed.then(account -> afterDeactivation(account, change, deadline))
                .then(account -> enterRoster(account, change, deadline));
    }

    private Outcome<Account> changed(Actor actor, Account account, AccountChange change, Deadline deadline) {
        return decide(actor, reader.details(account, deadline), change, deadline)
                .map(rights ->
                        inState(account.with(change.of(account.profile())).with(rights), change));
    }

    private static Account inState(Account account, AccountChange change) {
        return change.active()
                .filter(active -> active != account.isActive())
                .map(active -> account.with(active ? AccountState.ACTIVE : AccountState.DEACTIVATED))
                .orElse(account);
    }

    /** Before an account is demoted or deactivated; the last superuser is neither. */
    private Optional<Refusal> leaveRoster(Actor actor, AccountId id, AccountChange change, Deadline deadline) {
        boolean leaves = change.superuser().filter(not(Boolean::booleanValue)).isPresent()
                || change.active().filter(not(Boolean::booleanValue)).isPresent();
        Optional<AccountDetails> target = leaves ? reader.find(id, deadline) : Optional.empty();
        if (target.isEmpty() || !target.get().rights().superuser()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal =
                decide(actor, target.get(), change, deadline).fold(rights -> Optional.empty(), Optional::of);
        if (refusal.isEmpty() && roster.remove(id, deadline) == RemoveOutcome.LAST) {
            refusal = Optional.of(
                    Refusal.of(Reason.LAST_SUPERUSER, change.superuser().isPresent() ? "is_superuser" : "is_active"));
        }
        reader.forget(id);
        return refusal;
    }

    /**
     * Behind a deactivation, also a repeated one, since who did it before may not have come to this: ends the sessions, and
     * looks at the roster again, in case somebody has promoted the account since.
     */
    private Outcome<Account> afterDeactivation(Account account, AccountChange change, Deadline deadline) {
        if (change.active().orElse(true)) {
            return Outcome.done(account);
        }
        sessions.deleteAll(account.id(), deadline);
        RemoveOutcome removed = roster.remove(account.id(), deadline);
        reader.forget(account.id());
        return removed == RemoveOutcome.LAST
                ? writer.change(account.id(), each -> Outcome.done(each.with(AccountState.ACTIVE)), deadline)
                        .then(active -> Outcome.refused(Refusal.of(Reason.LAST_SUPERUSER, "is_active")))
                : Outcome.done(account);
    }

    /** Behind a promotion; one that somebody deactivated meanwhile does not become a superuser. */
    private Outcome<Account> enterRoster(Account account, AccountChange change, Deadline deadline) {
        if (change.superuser().filter(Boolean::booleanValue).isEmpty()) {
            return Outcome.done(account);
        }
        if (!account.isActive()) {
            return Outcome.refused(Refusal.of(Reason.NOT_ACTIVE, "is_superuser"));
        }
        roster.add(account.id(), deadline);
        reader.forget(account.id());
        boolean active = reader.find(account.id(), deadline)
                .filter(details -> details.account().isActive())
                .isPresent();
        if (!active) {
            roster.remove(account.id(), deadline);
            return Outcome.refused(Refusal.of(Reason.NOT_ACTIVE, "is_superuser"));
        }
        return Outcome.done(account);
    }

    private Optional<Refusal> unknownPermission(AccountDetails target, AccountChange change, Deadline deadline) {
        Set<Permission> added = new HashSet<>(change.permissions().orElse(Set.of()));
        added.removeAll(target.account().rights().permissions());
        return added.isEmpty() || reader.known(deadline).containsAll(added)
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.UNKNOWN, "permissions"));
    }

    /** The groups that the account is to be in. */
    private Outcome<Set<GroupId>> groups(Actor actor, AccountDetails target, AccountChange change, Deadline deadline) {
        Set<GroupId> present = target.account().rights().groups();
        if (change.groups().isEmpty()) {
            return Outcome.done(present);
        }
        Set<Group> wanted = new HashSet<>();
        for (GroupName name : change.groups().get()) {
            Optional<Group> group = groups.findByName(name, deadline);
            if (group.isEmpty()) {
                return Outcome.refused(Refusal.of(Reason.UNKNOWN, "groups"));
            }
            wanted.add(group.get());
        }
        Set<GroupId> ids = wanted.stream().map(Group::id).collect(Collectors.toSet());
        Set<GroupId> changed = AccountRules.difference(present, ids);
        List<Group> enteredAndLeft = changed.isEmpty() ? List.of() : groups.find(changed, deadline);
        return AccountRules.ofGroups(actor, enteredAndLeft)
                .map(Outcome::<Set<GroupId>>refused)
                .orElseGet(() -> Outcome.done(ids));
    }
}
