package io.github.auraauth.usecase.account;

import static io.github.auraauth.domain.permission.OwnPermissions.CREATE_ACCOUNT;
import static io.github.auraauth.domain.permission.OwnPermissions.DESTROY_ACCOUNT;
import static io.github.auraauth.domain.permission.OwnPermissions.LIST_ACCOUNT;
import static io.github.auraauth.domain.permission.OwnPermissions.UPDATE_ACCOUNT;
import static io.github.auraauth.domain.permission.OwnPermissions.VIEW_ACCOUNT;
import static java.util.function.Predicate.not;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.paging.Paging;
import java.util.List;
import java.util.Optional;

/** Accounts over their stores. */
public final class AccountService implements Accounts {
    private static final Paging<Username, Account> PAGING =
            new Paging<>(Account::username, Username::value, Username::parse);

    private final AccountReader reader;
    private final AccountDirectory directory;
    private final GroupStore groups;
    private final AccountCreator creator;
    private final AccountChanger changer;
    private final AccountEraser eraser;
    private final InvitationIssuer invitations;
    private final ActivityRecorder activity;

    public AccountService(
            AccountReader reader,
            AccountDirectory directory,
            GroupStore groups,
            AccountCreator creator,
            AccountChanger changer,
            AccountEraser eraser,
            InvitationIssuer invitations,
            ActivityRecorder activity) {
        this.reader = reader;
        this.directory = directory;
        this.groups = groups;
        this.creator = creator;
        this.changer = changer;
        this.eraser = eraser;
        this.invitations = invitations;
        this.activity = activity;
    }

    @Override
    public Outcome<Page<AccountDetails>> list(Filter filter, PageRequest page, Actor actor, Deadline deadline) {
        if (!actor.has(LIST_ACCOUNT)) {
            return Outcome.done(own(filter, page, actor, deadline));
        }
        Optional<GroupId> group = filter.group()
                .flatMap(name -> groups.findByName(name, deadline))
                .map(Group::id);
        if (group.isEmpty() && filter.group().isPresent()) {
            return Outcome.refused(Refusal.of(Reason.UNKNOWN, "group"));
        }
        AccountFilter wanted = new AccountFilter(filter.active(), filter.staff(), group);
        return PAGING.page(
                        page,
                        (place, most) -> directory.page(wanted, place, most, deadline),
                        most -> directory.count(wanted, most, deadline))
                .map(found -> found.showing(reader.details(found.results(), deadline)));
    }

    @Override
    public Outcome<AccountDetails> find(Username username, Actor actor, Deadline deadline) {
        Optional<AccountDetails> found =
                actor.has(VIEW_ACCOUNT) ? reader.find(username, deadline) : own(username, actor, deadline);
        return found.map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<InvitedAccount> create(Username username, AccountChange change, Actor actor, Deadline deadline) {
        if (!actor.has(CREATE_ACCOUNT)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        return creator.create(username, change, actor, deadline).map(account -> {
            activity.note(Event.ACCOUNT_CREATE, actor, account.id(), deadline);
            return new InvitedAccount(reader.details(account, deadline), invitations.issue(account, actor, deadline));
        });
    }

    @Override
    public Outcome<AccountDetails> change(Username username, AccountChange change, Actor actor, Deadline deadline) {
        return target(username, actor, UPDATE_ACCOUNT, deadline)
                .then(found -> changer.change(actor, found.account().id(), change, deadline))
                .map(account -> {
                    activity.note(event(change), actor, account.id(), deadline);
                    return reader.details(account, deadline);
                });
    }

    @Override
    public Outcome<Username> delete(Username username, Actor actor, Deadline deadline) {
        return target(username, actor, DESTROY_ACCOUNT, deadline)
                .then(found -> takingOver(actor, found, DESTROY_ACCOUNT))
                .then(found -> eraser.erase(found.account().id(), deadline))
                .map(id -> {
                    activity.note(Event.ACCOUNT_DELETE, actor, id, deadline);
                    return username;
                });
    }

    @Override
    public Outcome<Secret> invite(Username username, Actor actor, Deadline deadline) {
        return target(username, actor, UPDATE_ACCOUNT, deadline)
                .then(found -> takingOver(actor, found, UPDATE_ACCOUNT))
                .then(found -> {
                    if (!found.account().isActive()) {
                        return Outcome.refused(Reason.NOT_ACTIVE);
                    }
                    activity.note(Event.ACCOUNT_INVITE, actor, found.account().id(), deadline);
                    return Outcome.done(invitations.issue(found.account(), actor, deadline));
                });
    }

    /** The account; whoever has not the permission is not told whether there is one that is not their own. */
    private Outcome<AccountDetails> target(Username username, Actor actor, Permission needed, Deadline deadline) {
        return actor.has(needed)
                ? reader.find(username, deadline).map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.ABSENT))
                : own(username, actor, deadline).map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.FORBIDDEN));
    }

    /** The actor's own account, if that is its name: others are not even looked for, which would take its time. */
    private Optional<AccountDetails> own(Username username, Actor actor, Deadline deadline) {
        return actor.account()
                .flatMap(id -> reader.find(id, deadline))
                .filter(details -> details.account().username().equals(username));
    }

    private static Outcome<AccountDetails> takingOver(Actor actor, AccountDetails target, Permission needed) {
        return AccountRules.ofTakingOver(actor, target.rights(), needed)
                .map(Outcome::<AccountDetails>refused)
                .orElseGet(() -> Outcome.done(target));
    }

    private Page<AccountDetails> own(Filter filter, PageRequest page, Actor actor, Deadline deadline) {
        AccountFilter wanted = new AccountFilter(filter.active(), filter.staff(), Optional.empty());
        List<AccountDetails> own = actor.account().flatMap(id -> reader.find(id, deadline)).stream()
                .filter(details -> wanted.admits(details.account()))
                .filter(details ->
                        filter.group().filter(not(details.groups()::contains)).isEmpty())
                .toList();
        return Page.whole(own, page);
    }

    private static Event event(AccountChange change) {
        if (change.active().isPresent()) {
            return change.active().get() ? Event.ACCOUNT_ACTIVATE : Event.ACCOUNT_DEACTIVATE;
        }
        boolean grants = change.staff().isPresent()
                || change.superuser().isPresent()
                || change.groups().isPresent()
                || change.permissions().isPresent();
        return grants ? Event.ACCOUNT_GRANT : Event.ACCOUNT_UPDATE;
    }
}
