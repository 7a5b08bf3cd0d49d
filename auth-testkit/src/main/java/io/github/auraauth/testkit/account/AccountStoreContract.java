package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.account.SampleAccounts.JOINED;
import static io.github.auraauth.testkit.account.SampleAccounts.account;
import static io.github.auraauth.testkit.account.SampleAccounts.barest;
import static io.github.auraauth.testkit.account.SampleAccounts.group;
import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.account.SampleAccounts.oddest;
import static io.github.auraauth.testkit.account.SampleAccounts.password;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AccountStore}. An adapter's test implements it: {@code store()} gives one that holds nothing when a
 * test begins, always over the same accounts.
 */
public interface AccountStoreContract extends AccountStoreFixture {

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(store().find(id(1), soon())).isEmpty();
        assertThat(store().findByUsername(account(1).username(), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfIt() {
        for (Account account : List.of(account(1), oddest(2), barest(3))) {
            inserted(account);
            assertThat(store().find(account.id(), soon())).contains(account);
            assertThat(store().findByUsername(account.username(), soon())).contains(account);
        }
    }

    @Test
    default void insert_usernameTaken_storesNothing() {
        Account first = inserted(account(1, "anne"));
        assertThat(store().insert(account(2, "anne"), soon())).isEqualTo(InsertOutcome.TAKEN);
        assertThat(store().find(id(2), soon())).isEmpty();
        assertThat(store().findByUsername(first.username(), soon())).contains(first);
    }

    @Test
    default void insert_idTaken_storesNothing() {
        Account first = inserted(account(1, "anne"));
        assertThat(store().insert(account(1, "boris"), soon())).isEqualTo(InsertOutcome.TAKEN);
        assertThat(store().find(id(1), soon())).contains(first);
        assertThat(store().findByUsername(new Username("boris"), soon())).isEmpty();
    }

    @Test
    default void insert_concurrentlyForOneUsername_hasOneWinner() {
        List<InsertOutcome> outcomes = Race.of(i -> store().insert(account(i, "anne"), soon()));
        assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
        int winner = outcomes.indexOf(InsertOutcome.INSERTED);
        assertThat(store().findByUsername(new Username("anne"), soon())).contains(account(winner, "anne"));
    }

    @Test
    default void insert_afterDeletion_takesTheNameAgain() {
        inserted(account(1, "anne"));
        store().delete(id(1), soon());
        assertThat(store().insert(account(2, "anne"), soon())).isEqualTo(InsertOutcome.INSERTED);
    }

    @Test
    default void update_unchangedSinceRead_storesAllAndRaisesTheRevision() {
        Account before = inserted(account(1));
        Account after = new Account(
                before.id(),
                0,
                before.username(),
                oddest(1).profile(),
                AccountState.ERASING,
                oddest(1).rights(),
                Optional.of(password(9)),
                7,
                before.lastLogin(),
                before.origin(),
                oddest(1).secondFactors());
        assertThat(store().update(after, soon())).isEqualTo(UpdateOutcome.UPDATED);
        assertThat(stored(before)).isEqualTo(atRevision(1, after));
    }

    @Test
    default void update_lessThanBefore_leavesNothingOfIt() {
        Account full = inserted(oddest(1));
        Account bare = new Account(
                full.id(),
                0,
                full.username(),
                Profile.EMPTY,
                AccountState.ACTIVE,
                GivenRights.NONE,
                Optional.empty(),
                0,
                full.lastLogin(),
                full.origin(),
                SecondFactors.NONE);
        assertThat(store().update(bare, soon())).isEqualTo(UpdateOutcome.UPDATED);
        assertThat(stored(full)).isEqualTo(atRevision(1, bare));
    }

    @Test
    default void update_nameOriginAndLoginOtherThanStored_leavesThose() {
        Account before = inserted(account(1));
        Account after = new Account(
                before.id(),
                0,
                new Username("another"),
                before.profile(),
                before.state(),
                before.rights(),
                before.password(),
                before.epoch(),
                Optional.of(JOINED),
                oddest(1).origin(),
                before.secondFactors());
        assertThat(store().update(after, soon())).isEqualTo(UpdateOutcome.UPDATED);
        assertThat(stored(before)).isEqualTo(atRevision(1, before));
        assertThat(store().findByUsername(new Username("another"), soon())).isEmpty();
    }

    @Test
    default void update_changedSinceRead_isAConflict() {
        Account read = inserted(account(1));
        store().update(read.with(Profile.EMPTY), soon());
        assertThat(store().update(read.with(AccountState.DEACTIVATED), soon())).isEqualTo(UpdateOutcome.CONFLICT);
        assertThat(stored(read)).isEqualTo(atRevision(1, read.with(Profile.EMPTY)));
        assertThat(store().update(atRevision(5, read), soon())).isEqualTo(UpdateOutcome.CONFLICT);
    }

    @Test
    default void update_neverStored_isAbsent() {
        assertThat(store().update(account(1), soon())).isEqualTo(UpdateOutcome.ABSENT);
        assertThat(store().find(id(1), soon())).isEmpty();
    }

    @Test
    default void update_concurrently_hasOneWinner() {
        Account read = inserted(account(1));
        List<UpdateOutcome> outcomes = Race.of(i -> store().update(read.rehashed(password(i)), soon()));
        assertThat(outcomes).containsOnlyOnce(UpdateOutcome.UPDATED);
        assertThat(Collections.frequency(outcomes, UpdateOutcome.CONFLICT)).isEqualTo(Race.THREADS - 1);
        assertThat(stored(read).password()).contains(password(outcomes.indexOf(UpdateOutcome.UPDATED)));
        assertThat(stored(read).revision()).isEqualTo(1);
    }

    @Test
    default void signOutEverywhere_anyNumberAtOnce_countsEach() {
        Account before = inserted(account(1));
        assertThat(Race.of(i -> store().signOutEverywhere(id(1), soon()))).containsOnly(true);
        assertThat(stored(before).epoch()).isEqualTo(Race.THREADS);
        assertThat(stored(before).revision()).isEqualTo(Race.THREADS);
        assertThat(store().update(before, soon())).isEqualTo(UpdateOutcome.CONFLICT);
    }

    @Test
    default void signOutEverywhere_neverStored_isFalse() {
        assertThat(store().signOutEverywhere(id(1), soon())).isFalse();
        assertThat(store().find(id(1), soon())).isEmpty();
    }

    @Test
    default void noteLogin_laterOne_isNotedToTheMillisecondAndLeavesTheRevision() {
        Account before = inserted(account(1));
        store().noteLogin(id(1), Instant.parse("2031-02-03T04:05:06.789987654Z"), soon());
        assertThat(stored(before).lastLogin()).contains(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(stored(before).revision()).isZero();
        assertThat(store().update(before, soon())).isEqualTo(UpdateOutcome.UPDATED);
        assertThat(stored(before).lastLogin()).contains(Instant.parse("2031-02-03T04:05:06.789Z"));
    }

    @Test
    default void noteLogin_earlierOne_leavesTheLater() {
        inserted(account(1));
        Race.of(i -> {
            store().noteLogin(id(1), JOINED.plusSeconds(i), soon());
            return i;
        });
        store().noteLogin(id(1), JOINED, soon());
        assertThat(stored(account(1)).lastLogin()).contains(JOINED.plusSeconds(Race.THREADS - 1));
    }

    @Test
    default void noteLogin_neverStored_storesNothing() {
        store().noteLogin(id(1), JOINED, soon());
        assertThat(store().find(id(1), soon())).isEmpty();
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        Account other = inserted(account(2));
        inserted(account(1));
        assertThat(store().delete(id(1), soon())).isTrue();
        assertThat(store().delete(id(1), soon())).isFalse();
        assertThat(store().find(id(1), soon())).isEmpty();
        assertThat(store().findByUsername(account(1).username(), soon())).isEmpty();
        assertThat(store().find(id(2), soon())).contains(other);
    }

    @Test
    default void delete_concurrently_isTrueOnce() {
        inserted(account(1));
        assertThat(Race.of(i -> store().delete(id(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void insert_setsGivenChangedAfterwards_changesNothing() {
        Set<Permission> permissions = new HashSet<>(Set.of(new Permission("view_thing")));
        Account account = inserted(account(1).with(new GivenRights(false, Set.of(group(1)), permissions)));
        permissions.clear();
        assertThat(stored(account).rights().permissions()).containsExactly(new Permission("view_thing"));
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("account", () -> store().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().insert(account(1), nothing()));
        assertNullIsRefused("id", () -> store().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().find(id(1), nothing()));
        assertNullIsRefused("username", () -> store().findByUsername(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findByUsername(new Username("a"), nothing()));
        assertNullIsRefused("account", () -> store().update(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().update(account(1), nothing()));
        assertNullIsRefused("id", () -> store().signOutEverywhere(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().signOutEverywhere(id(1), nothing()));
        assertNullIsRefused("id", () -> store().noteLogin(nothing(), JOINED, soon()));
        assertNullIsRefused("at", () -> store().noteLogin(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().noteLogin(id(1), JOINED, nothing()));
        assertNullIsRefused("id", () -> store().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().delete(id(1), nothing()));
        assertThat(store().find(id(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> store().insert(account(1), passed()));
        assertOutage(() -> store().find(id(1), passed()));
        assertOutage(() -> store().findByUsername(new Username("a"), passed()));
        assertOutage(() -> store().update(account(1), passed()));
        assertOutage(() -> store().signOutEverywhere(id(1), passed()));
        assertOutage(() -> store().noteLogin(id(1), JOINED, passed()));
        assertOutage(() -> store().delete(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AccountStore.class, this::store)
                .fails((store, deadline) -> store.insert(account(1), deadline))
                .fails((store, deadline) -> store.find(id(1), deadline))
                .fails((store, deadline) -> store.findByUsername(account(1).username(), deadline))
                .fails((store, deadline) -> store.update(account(1), deadline))
                .fails((store, deadline) -> store.signOutEverywhere(id(1), deadline))
                .fails((store, deadline) -> store.noteLogin(id(1), JOINED, deadline))
                .fails((store, deadline) -> store.delete(id(1), deadline))
                .whenAway(this);
    }

    @Test
    default void toString_ofWhatIsGiven_printsNobody() {
        inserted(account(1));
        assertThat(stored(account(1)) + " " + store())
                .doesNotContainIgnoringCase("fake")
                .doesNotContain("example.com");
    }

    private static Account atRevision(long revision, Account account) {
        return new Account(
                account.id(),
                revision,
                account.username(),
                account.profile(),
                account.state(),
                account.rights(),
                account.password(),
                account.epoch(),
                account.lastLogin(),
                account.origin(),
                account.secondFactors());
    }
}
