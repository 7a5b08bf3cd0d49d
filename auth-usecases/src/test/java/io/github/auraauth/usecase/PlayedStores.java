package io.github.auraauth.usecase;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The stores of accounts as these tests need them; whatever is written can be made to fail or be raced. */
public final class PlayedStores {
    public final Map<AccountId, Account> accounts = new HashMap<>();
    public final Map<AuthTokenDigest, AuthToken> tokens = new HashMap<>();
    public final Map<GroupName, Group> groups = new TreeMap<>();
    public final Map<Permission, DescribedPermission> permissions = new TreeMap<>();
    public final Set<AccountId> superusers = new HashSet<>();
    public final List<Activity> activities = new ArrayList<>();
    public int writes;
    public Optional<String> version = Optional.empty();

    /** Runs before each write, with its name: to be raced, or to end a process there. */
    public Consumer<String> beforeWrite = name -> {};

    public final Accounts accountStore = new Accounts();
    public final Tokens tokenStore = new Tokens();
    public final Groups groupStore = new Groups();
    public final Permissions permissionStore = new Permissions();
    public final Roster roster = new Roster();
    public final ActivityLog activityLog = new Activities();
    public final AppliedListVersion versions = new Versions();

    public Account account(String username) {
        return accountStore.findByUsername(new Username(username), null).orElseThrow();
    }

    private synchronized void writing(String name) {
        beforeWrite.accept(name);
        writes++;
    }

    /** Of the list that was applied last. */
    private final class Versions implements AppliedListVersion {
        @Override
        public boolean isCurrent(String other, Deadline deadline) {
            return version.filter(noted -> noted.compareTo(other) > 0).isEmpty();
        }

        @Override
        public boolean advanceTo(String other, Deadline deadline) {
            synchronized (PlayedStores.this) {
                boolean current = isCurrent(other, deadline);
                version = current ? Optional.of(other) : version;
                return current;
            }
        }
    }

    /** Of accounts. */
    public final class Accounts implements AccountStore, AccountDirectory {
        @Override
        public InsertOutcome insert(Account account, Deadline deadline) {
            writing("account.insert");
            synchronized (PlayedStores.this) {
                boolean taken = accounts.containsKey(account.id())
                        || findByUsername(account.username(), deadline).isPresent();
                if (!taken) {
                    accounts.put(account.id(), account);
                }
                return taken ? InsertOutcome.TAKEN : InsertOutcome.INSERTED;
            }
        }

        @Override
        public Optional<Account> find(AccountId id, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return Optional.ofNullable(accounts.get(id));
            }
        }

        @Override
        public Optional<Account> findByUsername(Username username, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return accounts.values().stream()
                        .filter(account -> account.username().equals(username))
                        .findFirst();
            }
        }

        @Override
        public UpdateOutcome update(Account account, Deadline deadline) {
            writing("account.update");
            synchronized (PlayedStores.this) {
                Account stored = accounts.get(account.id());
                if (stored == null) {
                    return UpdateOutcome.ABSENT;
                }
                if (stored.revision() != account.revision()) {
                    return UpdateOutcome.CONFLICT;
                }
                accounts.put(
                        account.id(),
                        new Account(
                                account.id(),
                                account.revision() + 1,
                                stored.username(),
                                account.profile(),
                                account.state(),
                                account.rights(),
                                account.password(),
                                account.epoch(),
                                stored.lastLogin(),
                                stored.origin(),
                                account.secondFactors()));
                return UpdateOutcome.UPDATED;
            }
        }

        @Override
        public boolean signOutEverywhere(AccountId id, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void noteLogin(AccountId id, Instant at, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(AccountId id, Deadline deadline) {
            writing("account.delete");
            synchronized (PlayedStores.this) {
                return accounts.remove(id) != null;
            }
        }

        @Override
        public List<Account> page(AccountFilter filter, Keyset<Username> place, int most, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return accounts.values().stream()
                        .filter(account -> account.state() != AccountState.ERASING && filter.admits(account))
                        .filter(account -> place.key()
                                .filter(name -> account.username().compareTo(name) <= 0)
                                .isEmpty())
                        .sorted(Comparator.comparing(Account::username))
                        .limit(most)
                        .toList();
            }
        }

        @Override
        public int count(AccountFilter filter, int most, Deadline deadline) {
            return page(filter, Keyset.first(), most, deadline).size();
        }

        @Override
        public List<AccountId> erasing(int most, Deadline deadline) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of tokens. */
    public final class Tokens implements AuthTokenStore, AuthTokenDirectory {
        @Override
        public boolean insert(AuthTokenDigest digest, AuthToken token, Deadline deadline) {
            writing("token.insert");
            synchronized (PlayedStores.this) {
                return tokens.putIfAbsent(digest, token) == null;
            }
        }

        @Override
        public Optional<AuthToken> find(AuthTokenDigest digest, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return Optional.ofNullable(tokens.get(digest));
            }
        }

        @Override
        public Optional<AuthToken> findById(AuthTokenId id, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return tokens.values().stream()
                        .filter(token -> token.id().equals(id))
                        .findFirst();
            }
        }

        @Override
        public boolean update(AuthToken token, Deadline deadline) {
            writing("token.update");
            synchronized (PlayedStores.this) {
                boolean there = findById(token.id(), deadline).isPresent();
                tokens.replaceAll((digest, old) -> old.id().equals(token.id()) ? token : old);
                return there;
            }
        }

        @Override
        public void noteUse(AuthTokenId id, Instant at, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(AuthTokenId id, Deadline deadline) {
            writing("token.delete");
            synchronized (PlayedStores.this) {
                return tokens.values().removeIf(token -> token.id().equals(id));
            }
        }

        @Override
        public void deleteAll(AccountId account, Deadline deadline) {
            writing("token.delete");
            synchronized (PlayedStores.this) {
                tokens.values().removeIf(token -> token.account().equals(account));
            }
        }

        @Override
        public List<AuthToken> page(
                Optional<AccountId> account, Keyset<AuthTokenId> place, int most, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return tokens.values().stream()
                        .filter(token -> account.filter(id -> !token.account().equals(id))
                                .isEmpty())
                        .filter(token -> place.key()
                                .filter(id -> token.id().value().compareTo(id.value()) <= 0)
                                .isEmpty())
                        .sorted(Comparator.comparing(token -> token.id().value()))
                        .limit(most)
                        .toList();
            }
        }

        @Override
        public int count(Optional<AccountId> account, int most, Deadline deadline) {
            return page(account, Keyset.first(), most, deadline).size();
        }

        @Override
        public List<AuthToken> ending(Instant from, Instant until, int most, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuthToken> unused(Instant since, Instant now, int most, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<AuthTokenDigest, AuthToken> listed(Deadline deadline) {
            synchronized (PlayedStores.this) {
                Map<AuthTokenDigest, AuthToken> listed = new HashMap<>(tokens);
                listed.values().removeIf(token -> token.source() != AuthToken.Source.LISTED);
                return listed;
            }
        }
    }

    /** Of groups. */
    public final class Groups implements GroupStore {
        @Override
        public WriteOutcome insert(Group group, Deadline deadline) {
            writing("group.insert");
            synchronized (PlayedStores.this) {
                return groups.putIfAbsent(group.name(), group) == null ? WriteOutcome.WRITTEN : WriteOutcome.TAKEN;
            }
        }

        @Override
        public List<Group> find(Set<GroupId> ids, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return groups.values().stream()
                        .filter(group -> ids.contains(group.id()))
                        .toList();
            }
        }

        @Override
        public Optional<Group> findByName(GroupName name, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return Optional.ofNullable(groups.get(name));
            }
        }

        @Override
        public List<Group> page(Keyset<GroupName> place, int most, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WriteOutcome update(Group group, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(GroupId id, Deadline deadline) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of permissions. */
    public final class Permissions implements PermissionStore {
        @Override
        public List<Permission> register(Collection<DescribedPermission> wanted, Deadline deadline) {
            synchronized (PlayedStores.this) {
                List<Permission> added = wanted.stream()
                        .filter(each -> permissions.putIfAbsent(each.permission(), each) == null)
                        .map(DescribedPermission::permission)
                        .toList();
                writes += added.size();
                return added;
            }
        }

        @Override
        public List<DescribedPermission> all(Deadline deadline) {
            synchronized (PlayedStores.this) {
                return List.copyOf(permissions.values());
            }
        }

        @Override
        public boolean delete(Permission permission, Deadline deadline) {
            throw new UnsupportedOperationException();
        }
    }

    /** Of superusers. */
    public final class Roster implements SuperuserRoster {
        @Override
        public Set<AccountId> members(Deadline deadline) {
            synchronized (PlayedStores.this) {
                return Set.copyOf(superusers);
            }
        }

        @Override
        public void add(AccountId id, Deadline deadline) {
            writing("roster.add");
            synchronized (PlayedStores.this) {
                superusers.add(id);
            }
        }

        @Override
        public RemoveOutcome remove(AccountId id, Deadline deadline) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Activities implements ActivityLog {
        @Override
        public void append(List<AuditEntry> entries, Deadline deadline) {
            synchronized (PlayedStores.this) {
                entries.forEach(entry -> activities.add(entry.activity().orElseThrow()));
            }
        }

        @Override
        public int count(Optional<AccountId> account, int most, Deadline deadline) {
            return page(account, Keyset.first(), most, deadline).size();
        }

        @Override
        public List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline) {
            synchronized (PlayedStores.this) {
                return activities.stream()
                        .filter(each -> account.isEmpty() || each.account().equals(account))
                        .filter(each -> place.key()
                                .filter(position -> each.id().compareTo(position.id()) >= 0)
                                .isEmpty())
                        .sorted(Comparator.comparing(Activity::id).reversed())
                        .limit(most)
                        .toList();
            }
        }
    }

    /** Code names as permissions. */
    public static Set<Permission> permissions(String... codeNames) {
        Set<Permission> all = new TreeSet<>();
        for (String codeName : codeNames) {
            all.add(new Permission(codeName));
        }
        return all;
    }
}
