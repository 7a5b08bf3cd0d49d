package io.github.auraauth.usecase.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.authtoken.ListedAuthToken;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Applies the configured list: looks at all of it first, and changes something only where nothing speaks against any line.
 * Accounts come before tokens, and what is no longer listed goes last, so that a start that ends in the middle is finished by
 * the next one.
 */
public final class ListedAuthTokenService implements ListedAuthTokens {
    private final ListedAccounts accounts;
    private final ListedTokens tokens;
    private final PermissionStore permissions;
    private final AppliedListVersion versions;

    public ListedAuthTokenService(
            ListedAccounts accounts, ListedTokens tokens, PermissionStore permissions, AppliedListVersion versions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.permissions = permissions;
        this.versions = versions;
    }

    @Override
    public ListResult apply(AuthTokenList list, String version, Deadline deadline) {
        if (!versions.isCurrent(version, deadline)) {
            return new Outdated();
        }
        for (ListedAuthToken token : list.tokens()) {
            Optional<Reason> fault = fault(token, deadline);
            if (fault.isPresent()) {
                return new Rejected(token.line(), fault.get());
            }
        }
        // behind the look, so that a list that is rejected keeps none before it from being applied
        if (!versions.advanceTo(version, deadline)) {
            return new Outdated();
        }
        register(list, deadline);
        Map<Username, Account> owners = new HashMap<>();
        unions(list).forEach((username, union) -> owners.put(username, accounts.grant(username, union, deadline)));
        Set<Integer> withdrawn = new TreeSet<>();
        Set<Integer> inactive = new TreeSet<>();
        for (ListedAuthToken token : list.tokens()) {
            Account owner = requireNonNull(owners.get(token.username()), "owner");
            if (!owner.isActive()) {
                inactive.add(token.line());
            }
            if (owner.state() == AccountState.ERASING) {
                continue;
            }
            Optional<AuthToken> stored = tokens.store(token, owner.id(), isOther(token, deadline), deadline);
            if (stored.isEmpty()) {
                return new Rejected(token.line(), Reason.SECRET_TAKEN);
            }
            if (stored.get().withdrawn()) {
                withdrawn.add(token.line());
            }
        }
        withdrawOthers(list, owners.values(), deadline);
        return new Applied(withdrawn, inactive);
    }

    private Optional<Reason> fault(ListedAuthToken token, Deadline deadline) {
        if (tokens.isTaken(token, isOther(token, deadline), deadline)) {
            return Optional.of(Reason.SECRET_TAKEN);
        }
        return accounts.find(token.username(), deadline)
                .filter(each -> !accounts.mayCarry(each, token.permissions(), deadline))
                .map(each -> Reason.BEYOND_ACCOUNT);
    }

    private Predicate<AccountId> isOther(ListedAuthToken token, Deadline deadline) {
        return id -> accounts.isOther(id, token.username(), deadline);
    }

    private void register(AuthTokenList list, Deadline deadline) {
        Set<Permission> named = new TreeSet<>();
        list.tokens().forEach(token -> named.addAll(token.permissions()));
        if (!named.isEmpty()) {
            permissions.register(
                    named.stream().map(DescribedPermission::undescribed).toList(), deadline);
        }
    }

    /** What each account is to have: the permissions of all of its lines. */
    private static Map<Username, Set<Permission>> unions(AuthTokenList list) {
        Map<Username, Set<Permission>> unions = new LinkedHashMap<>();
        list.tokens()
                .forEach(token -> unions.computeIfAbsent(token.username(), name -> new HashSet<>())
                        .addAll(token.permissions()));
        return unions;
    }

    /** An account goes before its token, by which alone it is known that it was listed. */
    private void withdrawOthers(AuthTokenList list, Collection<Account> owners, Deadline deadline) {
        Set<AccountId> kept = new HashSet<>();
        owners.forEach(owner -> kept.add(owner.id()));
        for (AuthToken token : tokens.unlisted(list, deadline)) {
            if (!kept.contains(token.account())) {
                accounts.revokeAll(token.account(), deadline);
            }
            tokens.withdraw(token, deadline);
        }
    }
}
