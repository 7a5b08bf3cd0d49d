package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Accounts with the rights that they come to. What a credential is judged by may be two seconds old; what a change is
 * decided by is read for it. An account that is being erased is absent. Safe for use by many threads.
 */
public final class AccountReader {
    /** How old may be what a credential is judged by, so that a change is seen everywhere within it. */
    public static final Duration RECENT = Duration.ofSeconds(2);

    private static final int MOST_ACCOUNTS = 10_000;
    private static final int MOST_GROUP_SETS = 1_000;
    private static final String ROSTER = "roster";
    private static final String KNOWN = "known";

    private final AccountStore accounts;
    private final SuperuserRoster roster;
    private final GroupStore groups;
    private final PermissionStore permissions;
    private final ShortLivedCache<AccountId, Optional<Account>> recentAccounts;
    private final ShortLivedCache<Set<GroupId>, List<Group>> recentGroups;
    private final ShortLivedCache<String, Set<AccountId>> recentRoster;
    private final ShortLivedCache<String, Set<Permission>> recentKnown;

    public AccountReader(
            AccountStore accounts,
            SuperuserRoster roster,
            GroupStore groups,
            PermissionStore permissions,
            InstantSource clock) {
        this.accounts = accounts;
        this.roster = roster;
        this.groups = groups;
        this.permissions = permissions;
        this.recentAccounts = new ShortLivedCache<>(RECENT, MOST_ACCOUNTS, clock);
        this.recentGroups = new ShortLivedCache<>(RECENT, MOST_GROUP_SETS, clock);
        this.recentRoster = new ShortLivedCache<>(RECENT, 1, clock);
        this.recentKnown = new ShortLivedCache<>(RECENT, 1, clock);
    }

    /** As it is now. */
    public Optional<AccountDetails> find(AccountId id, Deadline deadline) {
        return accounts.find(id, deadline).filter(AccountReader::isThere).map(account -> details(account, deadline));
    }

    /** As it is now. */
    public Optional<AccountDetails> find(Username username, Deadline deadline) {
        return accounts.findByUsername(username, deadline)
                .filter(AccountReader::isThere)
                .map(account -> details(account, deadline));
    }

    /** The account with what it comes to now. */
    public AccountDetails details(Account account, Deadline deadline) {
        return details(account, groupsOf(account, deadline), roster.members(deadline), known(deadline));
    }

    /** Accounts with what they come to now, groups and superusers being read once for all of them. */
    public List<AccountDetails> details(List<Account> all, Deadline deadline) {
        Set<GroupId> ids = all.stream()
                .flatMap(account -> account.rights().groups().stream())
                .collect(Collectors.toSet());
        List<Group> of = ids.isEmpty() ? List.of() : groups.find(ids, deadline);
        Set<AccountId> superusers = roster.members(deadline);
        Set<Permission> known = known(deadline);
        return all.stream()
                .map(account -> details(account, in(account, of), superusers, known))
                .toList();
    }

    /** As it was within the last two seconds, if it was active then. */
    public Optional<Account> recent(AccountId id, Deadline deadline) {
        return recentAccounts.get(id, key -> accounts.find(key, deadline)).filter(Account::isActive);
    }

    /** What an account came to within the last two seconds. */
    public Rights recentRights(Account account, Deadline deadline) {
        return AccountDetails.rights(
                account, recentSuperusers(deadline).contains(account.id()), recentGroups(account, deadline));
    }

    /** The account with what it came to within the last two seconds, if it was active then. */
    public Optional<AccountDetails> recentDetails(AccountId id, Deadline deadline) {
        return recent(id, deadline)
                .map(account -> details(
                        account, recentGroups(account, deadline), recentSuperusers(deadline), recentKnown(deadline)));
    }

    /** The permissions that were known here within the last two seconds. */
    public Set<Permission> recentKnown(Deadline deadline) {
        return recentKnown.get(KNOWN, key -> known(deadline));
    }

    /** The permissions that are known here. */
    public Set<Permission> known(Deadline deadline) {
        return permissions.all(deadline).stream()
                .map(DescribedPermission::permission)
                .collect(Collectors.toSet());
    }

    /** Has the account, and who is a superuser, read anew. */
    public void forget(AccountId id) {
        recentAccounts.forget(id);
        recentRoster.clear();
    }

    /** Has groups read anew. */
    public void forgetGroups() {
        recentGroups.clear();
    }

    private List<Group> recentGroups(Account account, Deadline deadline) {
        Set<GroupId> ids = account.rights().groups();
        return ids.isEmpty() ? List.of() : recentGroups.get(ids, key -> groups.find(key, deadline));
    }

    private Set<AccountId> recentSuperusers(Deadline deadline) {
        return recentRoster.get(ROSTER, key -> roster.members(deadline));
    }

    private List<Group> groupsOf(Account account, Deadline deadline) {
        Set<GroupId> ids = account.rights().groups();
        return ids.isEmpty() ? List.of() : groups.find(ids, deadline);
    }

    private static AccountDetails details(
            Account account, List<Group> groups, Set<AccountId> superusers, Set<Permission> known) {
        Rights rights = AccountDetails.rights(account, superusers.contains(account.id()), groups);
        return new AccountDetails(account, groups.stream().map(Group::name).toList(), rights, rights.among(known));
    }

    private static List<Group> in(Account account, List<Group> groups) {
        return groups.stream()
                .filter(group -> account.rights().groups().contains(group.id()))
                .toList();
    }

    private static boolean isThere(Account account) {
        return account.state() != AccountState.ERASING;
    }
}
