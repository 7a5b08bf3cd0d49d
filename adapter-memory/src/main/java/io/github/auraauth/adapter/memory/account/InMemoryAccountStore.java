package io.github.auraauth.adapter.memory.account;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Accounts in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryAccountStore implements AccountStore, AccountDirectory {
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final TreeMap<Username, AccountId> names = new TreeMap<>();

    @Override
    public InsertOutcome insert(Account account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (accounts) {
            if (accounts.containsKey(account.id()) || names.containsKey(account.username())) {
                return InsertOutcome.TAKEN;
            }
            accounts.put(account.id(), account);
            names.put(account.username(), account.id());
            return InsertOutcome.INSERTED;
        }
    }

    @Override
    public Optional<Account> find(AccountId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (accounts) {
            return Optional.ofNullable(accounts.get(id));
        }
    }

    @Override
    public Optional<Account> findByUsername(Username username, Deadline deadline) {
        requireNonNull(username, "username");
        Deadlines.check(deadline);
        synchronized (accounts) {
            return Optional.ofNullable(names.get(username)).map(accounts::get);
        }
    }

    @Override
    public UpdateOutcome update(Account account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (accounts) {
            Account stored = accounts.get(account.id());
            if (stored == null) {
                return UpdateOutcome.ABSENT;
            }
            if (stored.revision() != account.revision()) {
                return UpdateOutcome.CONFLICT;
            }
            accounts.put(account.id(), with(account, stored, account.epoch()));
            return UpdateOutcome.UPDATED;
        }
    }

    @Override
    public boolean signOutEverywhere(AccountId id, Deadline deadline) {
        return changed(id, deadline, stored -> with(stored, stored, stored.epoch() + 1));
    }

    @Override
    public void noteLogin(AccountId id, Instant at, Deadline deadline) {
        Instant login = requireNonNull(at, "at").truncatedTo(ChronoUnit.MILLIS);
        changed(id, deadline, stored -> {
            Instant latest = stored.lastLogin().filter(login::isBefore).orElse(login);
            return new Account(
                    stored.id(),
                    stored.revision(),
                    stored.username(),
                    stored.profile(),
                    stored.state(),
                    stored.rights(),
                    stored.password(),
                    stored.epoch(),
                    Optional.of(latest),
                    stored.origin(),
                    stored.secondFactors());
        });
    }

    @Override
    public boolean delete(AccountId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (accounts) {
            return names.values().remove(id) && accounts.remove(id) != null;
        }
    }

    @Override
    public List<Account> page(AccountFilter filter, Keyset<Username> place, int most, Deadline deadline) {
        requireNonNull(filter, "filter");
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        synchronized (accounts) {
            List<Account> listed = accounts.values().stream()
                    .filter(account -> isListed(account, filter))
                    .toList();
            return KeysetPages.page(listed, Account::username, naturalOrder(), place, most);
        }
    }

    @Override
    public int count(AccountFilter filter, int most, Deadline deadline) {
        return page(filter, Keyset.first(), most, deadline).size();
    }

    @Override
    public List<AccountId> erasing(int most, Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (accounts) {
            Stream<Account> erased =
                    accounts.values().stream().filter(account -> account.state() == AccountState.ERASING);
            return erased.limit(most).map(Account::id).toList();
        }
    }

    /** Changes second factors by one step, and raises the revision; false when the account is absent or the change is none. */
    boolean change(AccountId id, Function<SecondFactors, Optional<SecondFactors>> change) {
        synchronized (accounts) {
            Optional<Account> stored = Optional.ofNullable(accounts.get(id));
            Optional<SecondFactors> left = stored.map(Account::secondFactors).flatMap(change);
            left.ifPresent(factors -> accounts.computeIfPresent(
                    id, (key, account) -> with(account.with(factors), account, account.epoch())));
            return left.isPresent();
        }
    }

    private boolean changed(AccountId id, Deadline deadline, UnaryOperator<Account> change) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (accounts) {
            return accounts.computeIfPresent(id, (key, stored) -> change.apply(stored)) != null;
        }
    }

    private static boolean isListed(Account account, AccountFilter filter) {
        return account.state() != AccountState.ERASING && filter.admits(account);
    }

    /** The account at the next revision, with what no update of it changes. */
    private static Account with(Account account, Account stored, int epoch) {
        return new Account(
                stored.id(),
                stored.revision() + 1,
                stored.username(),
                account.profile(),
                account.state(),
                account.rights(),
                account.password(),
                epoch,
                stored.lastLogin(),
                stored.origin(),
                account.secondFactors());
    }
}
