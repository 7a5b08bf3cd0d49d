package io.github.auraauth.testkit.secondfactor;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.ADDED;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.oddest;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.passkey;
import static io.github.auraauth.testkit.secondfactor.SamplePasskeys.passkeyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore.InsertOutcome;
import io.github.auraauth.port.out.secondfactor.PasskeyStore.UseOutcome;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PasskeyStore}. An adapter's test implements it: {@code passkeys()} gives one that holds nothing when a
 * test begins, always over the same passkeys.
 */
public interface PasskeyStoreContract extends OutageContract {
    /** The port under test. */
    PasskeyStore passkeys();

    @Test
    default void find_neverInserted_isEmpty() {
        assertThat(passkeys().find(passkeyId(1), soon())).isEmpty();
        assertThat(passkeys().ofAccount(id(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesItWhole() {
        assertThat(passkeys().insert(passkey(1, 1), soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(passkeys().insert(oddest(2), soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(passkeys().find(passkeyId(1), soon())).contains(passkey(1, 1));
        assertThat(passkeys().find(oddest(2).id(), soon())).contains(oddest(2));
    }

    @Test
    default void insert_idTaken_leavesTheOther() {
        inserted(passkey(1, 1));
        assertThat(passkeys().insert(passkey(1, 2), soon())).isEqualTo(InsertOutcome.TAKEN);
        assertThat(passkeys().find(passkeyId(1), soon())).contains(passkey(1, 1));
        assertThat(passkeys().ofAccount(id(2), soon())).isEmpty();
    }

    @Test
    default void insert_manyAtOnceWithOneId_succeedsOnce() {
        assertThat(Race.of(i -> passkeys().insert(passkey(1, i), soon()))).containsOnlyOnce(InsertOutcome.INSERTED);
    }

    @Test
    default void ofAccount_several_comeAsTheyWereAdded() {
        inserted(passkey(3, 1));
        inserted(passkey(1, 1));
        inserted(passkey(2, 2));
        assertThat(passkeys().ofAccount(id(1), soon())).containsExactly(passkey(1, 1), passkey(3, 1));
        spoil(passkeys().ofAccount(id(1), soon()));
        assertThat(passkeys().ofAccount(id(1), soon())).hasSize(2);
    }

    @Test
    default void noteUse_countRisen_isNotedWithItsTime() {
        inserted(passkey(1, 1));
        Instant at = ADDED.plusSeconds(60).plusNanos(999_999);
        assertThat(passkeys().noteUse(passkeyId(1), 8, at, soon())).isEqualTo(UseOutcome.NOTED);
        assertThat(passkeys().find(passkeyId(1), soon())).contains(used(passkey(1, 1), 8, ADDED.plusSeconds(60)));
    }

    @Test
    default void noteUse_countNotRisen_leavesWhatIsStored() {
        inserted(passkey(1, 1));
        for (long count : new long[] {7, 6, 0}) {
            assertThat(passkeys().noteUse(passkeyId(1), count, ADDED.plusSeconds(60), soon()))
                    .isEqualTo(UseOutcome.COUNT_NOT_RISEN);
        }
        assertThat(passkeys().find(passkeyId(1), soon())).contains(passkey(1, 1));
    }

    @Test
    default void noteUse_authenticatorThatDoesNotCount_isNotedEachTime() {
        Passkey uncounted = used(passkey(1, 1), 0, ADDED);
        inserted(uncounted);
        assertThat(passkeys().noteUse(passkeyId(1), 0, ADDED.plusSeconds(60), soon()))
                .isEqualTo(UseOutcome.NOTED);
        assertThat(passkeys().noteUse(passkeyId(1), 0, ADDED.plusSeconds(30), soon()))
                .isEqualTo(UseOutcome.NOTED);
        assertThat(passkeys().find(passkeyId(1), soon())).contains(used(uncounted, 0, ADDED.plusSeconds(60)));
        assertThat(passkeys().noteUse(passkeyId(1), 1, ADDED.plusSeconds(90), soon()))
                .isEqualTo(UseOutcome.NOTED);
        assertThat(passkeys().noteUse(passkeyId(1), 0, ADDED.plusSeconds(99), soon()))
                .isEqualTo(UseOutcome.COUNT_NOT_RISEN);
    }

    @Test
    default void noteUse_manyAtOnceWithOneCount_isNotedOnce() {
        inserted(passkey(1, 1));
        assertThat(Race.of(i -> passkeys().noteUse(passkeyId(1), 8, ADDED, soon())))
                .containsOnlyOnce(UseOutcome.NOTED);
    }

    @Test
    default void noteUse_neverInserted_storesNothing() {
        assertThat(passkeys().noteUse(passkeyId(1), 8, ADDED, soon())).isEqualTo(UseOutcome.ABSENT);
        assertThat(passkeys().noteUse(passkeyId(1), 0, ADDED, soon())).isEqualTo(UseOutcome.ABSENT);
        assertThat(passkeys().find(passkeyId(1), soon())).isEmpty();
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(passkey(1, 1));
        inserted(passkey(2, 1));
        assertThat(passkeys().delete(passkeyId(1), soon())).isTrue();
        assertThat(passkeys().delete(passkeyId(1), soon())).isFalse();
        assertThat(passkeys().ofAccount(id(1), soon())).containsExactly(passkey(2, 1));
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        inserted(passkey(1, 1));
        inserted(passkey(2, 1));
        inserted(passkey(3, 2));
        passkeys().deleteAll(id(1), soon());
        passkeys().deleteAll(id(1), soon());
        assertThat(passkeys().ofAccount(id(1), soon())).isEmpty();
        assertThat(passkeys().find(passkeyId(3), soon())).isPresent();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("passkey", () -> passkeys().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().insert(passkey(1, 1), nothing()));
        assertNullIsRefused("id", () -> passkeys().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().find(passkeyId(1), nothing()));
        assertNullIsRefused("account", () -> passkeys().ofAccount(nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().ofAccount(id(1), nothing()));
        assertNullIsRefused("id", () -> passkeys().noteUse(nothing(), 1, ADDED, soon()));
        assertNullIsRefused("at", () -> passkeys().noteUse(passkeyId(1), 1, nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().noteUse(passkeyId(1), 1, ADDED, nothing()));
        assertNullIsRefused("id", () -> passkeys().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().delete(passkeyId(1), nothing()));
        assertNullIsRefused("account", () -> passkeys().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> passkeys().deleteAll(id(1), nothing()));
        assertThat(passkeys().find(passkeyId(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> passkeys().insert(passkey(1, 1), passed()));
        assertOutage(() -> passkeys().find(passkeyId(1), passed()));
        assertOutage(() -> passkeys().ofAccount(id(1), passed()));
        assertOutage(() -> passkeys().noteUse(passkeyId(1), 1, ADDED, passed()));
        assertOutage(() -> passkeys().delete(passkeyId(1), passed()));
        assertOutage(() -> passkeys().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(PasskeyStore.class, this::passkeys)
                .fails((store, deadline) -> store.insert(passkey(1, 1), deadline))
                .fails((store, deadline) -> store.find(passkeyId(1), deadline))
                .fails((store, deadline) -> store.ofAccount(id(1), deadline))
                .fails((store, deadline) -> store.noteUse(passkeyId(1), 1, ADDED, deadline))
                .fails((store, deadline) -> store.delete(passkeyId(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private void inserted(Passkey passkey) {
        if (passkeys().insert(passkey, soon()) != InsertOutcome.INSERTED) {
            throw new AssertionError("the passkey was there before");
        }
    }

    private static Passkey used(Passkey passkey, long count, Instant at) {
        return new Passkey(
                passkey.id(),
                passkey.account(),
                passkey.name(),
                passkey.publicKey(),
                count,
                passkey.addedAt(),
                Optional.of(at));
    }
}
