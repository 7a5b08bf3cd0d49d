package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates what must be there before accounts are served: the permissions of this service, at the first start groups, and a first
 * administrator as long as there is no superuser. Safe where several instances start at once.
 */
public final class AccountBootstrap {
    private static final Set<String> FIRST_GROUPS = Set.of("Host", "Host+", "Program Manager");

    private final AccountStore accounts;
    private final SuperuserRoster roster;
    private final GroupStore groups;
    private final PermissionStore permissions;
    private final PasswordSetter passwords;
    private final InstantSource clock;
    private final SecureRandom random;

    public AccountBootstrap(
            AccountStore accounts,
            SuperuserRoster roster,
            GroupStore groups,
            PermissionStore permissions,
            PasswordSetter passwords,
            InstantSource clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.roster = roster;
        this.groups = groups;
        this.permissions = permissions;
        this.passwords = passwords;
        this.clock = clock;
        this.random = random;
    }

    /** Makes the permissions of this service known; before the first time, makes the groups that one begins with. */
    public void prepare(Deadline deadline) {
        List<DescribedPermission> known = permissions.all(deadline);
        if (known.isEmpty()) {
            FIRST_GROUPS.forEach(name ->
                    groups.insert(new Group(GroupId.random(random), 0, new GroupName(name), Set.of()), deadline));
        }
        List<DescribedPermission> missing = new ArrayList<>(OwnPermissions.all());
        known.forEach(each -> missing.removeIf(own -> own.permission().equals(each.permission())));
        if (!missing.isEmpty()) {
            permissions.register(missing, deadline);
        }
    }

    /** Whether there is a superuser yet. */
    public boolean hasSuperuser(Deadline deadline) {
        return !roster.members(deadline).isEmpty();
    }

    /**
     * Makes the first administrator, unless there is a superuser: one is made once, and never changed by this.
     *
     * @return whether one was made; refused where the password is not taken, or somebody else has the name
     */
    public Outcome<Boolean> makeAdministrator(Username username, Secret password, Deadline deadline) {
        if (hasSuperuser(deadline)) {
            return Outcome.done(false);
        }
        Account bare = Account.create(
                AccountId.random(random),
                username,
                Profile.EMPTY,
                new GivenRights(true, Set.of(), Set.of()),
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, clock.instant()));
        Optional<Refusal> fault = passwords.fault(bare, password);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        Optional<PasswordHash> hash = passwords.hash(password, deadline);
        if (hash.isEmpty()) {
            return Outcome.refused(Reason.TOO_MANY);
        }
        Account administrator = bare.rehashed(hash.get());
        AccountId id = administrator.id();
        if (accounts.insert(administrator, deadline) == InsertOutcome.TAKEN) {
            // of another instance that starts now, or of a start that ended between the two steps
            Optional<Account> other =
                    accounts.findByUsername(username, deadline).filter(this::isUntouched);
            if (other.isEmpty()) {
                return Outcome.refused(Refusal.of(Reason.TAKEN, "username"));
            }
            id = other.get().id();
        }
        roster.add(id, deadline);
        return Outcome.done(true);
    }

    private boolean isUntouched(Account account) {
        return account.isActive()
                && account.revision() == 0
                && account.rights().staff()
                && account.lastLogin().isEmpty()
                && account.origin().method() == AccountOrigin.CreationMethod.CREATED;
    }
}
