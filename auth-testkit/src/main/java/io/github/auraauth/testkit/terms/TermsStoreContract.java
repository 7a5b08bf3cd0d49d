package io.github.auraauth.testkit.terms;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.record;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.stamp;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.port.out.terms.TermsStore.InsertOutcome;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link TermsStore}. An adapter's test implements it: {@code store()} and {@code history()} are over
 * one database without a record when a test begins.
 */
public interface TermsStoreContract extends TermsStoreFixture {

    @Test
    default void find_nothingStored_isEmpty() {
        inserted(BORIS, FIRST, PENDING, 0);
        assertThat(store().find(ANNE, FIRST, soon())).isEmpty();
        assertThat(store().find(BORIS, SECOND, soon())).isEmpty();
        assertThat(store().find(BORIS, terms("other", "1"), soon())).isEmpty();
        assertThat(store().findAll(ANNE, soon())).isEmpty();
    }

    @Test
    default void insert_new_isFoundAsGiven() {
        Acceptance record = inserted(ANNE, FIRST, PENDING, 0);
        assertThat(store().find(ANNE, FIRST, soon())).contains(record);
        assertThat(store().findAll(ANNE, soon())).containsExactly(record);
    }

    @Test
    default void insert_present_changesNothing() {
        Acceptance record = inserted(ANNE, FIRST, PENDING, 0);
        Acceptance other = record(ANNE, FIRST, TermsStatus.ACCEPTED, 1);
        assertThat(store().insert(other, stamp(1), soon())).isEqualTo(InsertOutcome.PRESENT);
        assertThat(store().insert(record, stamp(2), soon())).isEqualTo(InsertOutcome.PRESENT);
        assertThat(store().findAll(ANNE, soon())).containsExactly(record);
    }

    @Test
    default void insert_otherVersionOrNameOrUser_standsBeside() {
        Acceptance first = inserted(ANNE, FIRST, PENDING, 0);
        Acceptance second = inserted(ANNE, SECOND, TermsStatus.ACCEPTED, 1);
        Acceptance named = inserted(ANNE, terms("other", "1"), READ, 2);
        Acceptance others = inserted(BORIS, FIRST, READ, 3);
        assertThat(store().findAll(ANNE, soon())).containsExactly(named, second, first);
        assertThat(store().findAll(BORIS, soon())).containsExactly(others);
    }

    @Test
    default void findAll_sameTime_isByNameAndVersion() {
        Acceptance last = inserted(ANNE, terms("b", "1"), READ, 0);
        Acceptance middle = inserted(ANNE, terms("a", "2"), READ, 0);
        Acceptance first = inserted(ANNE, terms("a", "10"), READ, 0);
        assertThat(store().findAll(ANNE, soon())).containsExactly(first, middle, last);
    }

    @Test
    default void change_otherStatus_isStoredAndKeepsItsCreation() {
        Acceptance record = inserted(ANNE, FIRST, PENDING, 0);
        assertThat(change(READ, 1)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(store().find(ANNE, FIRST, soon())).contains(new Acceptance(ANNE, FIRST, READ, record.createdAt()));
        assertThat(change(TermsStatus.ACCEPTED, 2)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(store().find(ANNE, FIRST, soon()))
                .contains(new Acceptance(ANNE, FIRST, TermsStatus.ACCEPTED, record.createdAt()));
    }

    @Test
    default void change_sameStatus_isUnchanged() {
        Acceptance record = inserted(ANNE, FIRST, PENDING, 0);
        assertThat(change(PENDING, 1)).isEqualTo(ChangeOutcome.UNCHANGED);
        assertThat(store().find(ANNE, FIRST, soon())).contains(record);
    }

    @Test
    default void change_accepted_isFinal() {
        Acceptance record = inserted(ANNE, FIRST, TermsStatus.ACCEPTED, 0);
        assertThat(change(PENDING, 1)).isEqualTo(ChangeOutcome.UNCHANGED);
        assertThat(change(TermsStatus.ACCEPTED, 2)).isEqualTo(ChangeOutcome.UNCHANGED);
        assertThat(store().find(ANNE, FIRST, soon())).contains(record);
    }

    @Test
    default void change_statusInOtherCase_isAnotherStatus() {
        inserted(ANNE, FIRST, new TermsStatus("Accepted"), 0);
        assertThat(change(PENDING, 1)).isEqualTo(ChangeOutcome.CHANGED);
    }

    @Test
    default void change_unknownRecord_isAbsentAndStoresNothing() {
        inserted(ANNE, SECOND, PENDING, 0);
        assertThat(change(READ, 1)).isEqualTo(ChangeOutcome.ABSENT);
        assertThat(store().find(ANNE, FIRST, soon())).isEmpty();
    }

    @Test
    default void removeAll_severalRecords_removesThoseOfTheUserAlone() {
        inserted(ANNE, FIRST, PENDING, 0);
        inserted(ANNE, SECOND, TermsStatus.ACCEPTED, 1);
        Acceptance others = inserted(BORIS, FIRST, READ, 2);
        store().removeAll(ANNE, stamp(3), soon());
        assertThat(store().findAll(ANNE, soon())).isEmpty();
        assertThat(store().find(ANNE, SECOND, soon())).isEmpty();
        assertThat(change(READ, 4)).isEqualTo(ChangeOutcome.ABSENT);
        assertThat(store().findAll(BORIS, soon())).containsExactly(others);
    }

    @Test
    default void removeAll_noneOrTwice_doesNothing() {
        store().removeAll(ANNE, stamp(0), soon());
        inserted(ANNE, FIRST, PENDING, 1);
        store().removeAll(ANNE, stamp(2), soon());
        store().removeAll(ANNE, stamp(3), soon());
        assertThat(store().findAll(ANNE, soon())).isEmpty();
        assertThat(history().find(ANNE, soon())).hasSize(2);
    }

    @Test
    default void insert_afterRemoval_isANewRecord() {
        inserted(ANNE, FIRST, TermsStatus.ACCEPTED, 0);
        store().removeAll(ANNE, stamp(1), soon());
        Acceptance again = inserted(ANNE, FIRST, PENDING, 2);
        assertThat(store().findAll(ANNE, soon())).containsExactly(again);
        assertThat(change(READ, 3)).isEqualTo(ChangeOutcome.CHANGED);
    }

    @Test
    default void insert_concurrently_hasOneWinnerAndOneLine() {
        List<Acceptance> records = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> record(ANNE, FIRST, TermsStatus.ACCEPTED, i))
                .toList();
        List<InsertOutcome> outcomes = Race.of(i -> store().insert(records.get(i), stamp(i), soon()));
        assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
        Acceptance winner = records.get(outcomes.indexOf(InsertOutcome.INSERTED));
        assertThat(store().findAll(ANNE, soon())).containsExactly(winner);
        assertThat(history().find(ANNE, soon())).hasSize(1);
    }

    @Test
    default void insert_concurrentlyAfterRemoval_hasOneWinner() {
        inserted(ANNE, FIRST, TermsStatus.ACCEPTED, 0);
        store().removeAll(ANNE, stamp(0), soon());
        List<InsertOutcome> outcomes = Race.of(i -> store().insert(record(ANNE, FIRST, PENDING, i), stamp(i), soon()));
        assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
        assertThat(store().findAll(ANNE, soon())).hasSize(1);
        assertThat(history().find(ANNE, soon())).hasSize(3);
    }

    @Test
    default void change_concurrentlyToOneStatus_hasOneWinner() {
        inserted(ANNE, FIRST, PENDING, 0);
        List<ChangeOutcome> outcomes = Race.of(i -> change(READ, i));
        assertThat(outcomes).containsOnlyOnce(ChangeOutcome.CHANGED);
        assertThat(Collections.frequency(outcomes, ChangeOutcome.UNCHANGED)).isEqualTo(Race.THREADS - 1);
        assertThat(history().find(ANNE, soon())).hasSize(2);
    }

    @Test
    default void change_concurrentlyToManyStatuses_countsEachOnceUntilAccepted() {
        inserted(ANNE, FIRST, PENDING, 0);
        List<ChangeOutcome> outcomes =
                Race.of(i -> change(i == 50 ? TermsStatus.ACCEPTED : new TermsStatus("word-" + i), i));
        int changed = Collections.frequency(outcomes, ChangeOutcome.CHANGED);
        assertThat(outcomes.get(50)).isEqualTo(ChangeOutcome.CHANGED);
        assertThat(outcomes).doesNotContain(ChangeOutcome.ABSENT);
        List<TermsChange> lines = history().find(ANNE, soon());
        assertThat(lines).hasSize(1 + changed);
        assertThat(lines.get(changed).status()).contains(TermsStatus.ACCEPTED);
        assertThat(store().find(ANNE, FIRST, soon()).map(Acceptance::status)).contains(TermsStatus.ACCEPTED);
    }

    @Test
    default void anyChange_whileOthersRemove_leavesRecordAndHistoryInStep() {
        Race.of(i -> switch (i % 3) {
            case 0 ->
                store().insert(record(ANNE, FIRST, PENDING, i), stamp(i), soon())
                        .name();
            case 1 -> change(new TermsStatus("word-" + i), i).name();
            default -> {
                store().removeAll(ANNE, stamp(i), soon());
                yield "REMOVED";
            }
        });
        List<TermsChange> lines = history().find(ANNE, soon());
        assertThat(lines).isNotEmpty();
        boolean present = false;
        for (TermsChange line : lines) {
            assertThat(line.action() == TermsChange.Action.CREATED)
                    .as("%s", lines)
                    .isEqualTo(!present);
            present = line.action() != TermsChange.Action.DELETED;
        }
        assertThat(store().find(ANNE, FIRST, soon()).map(Acceptance::status))
                .isEqualTo(lines.get(lines.size() - 1).status());
    }

    @Test
    default void insert_longestAndOddTexts_areKeptAsGiven() {
        TermsUserId longest = new TermsUserId("+@:._-" + "a".repeat(122));
        Terms long1 = terms("n".repeat(64), "v".repeat(32));
        Acceptance record = inserted(longest, long1, new TermsStatus("s" + "_".repeat(31)), 0);
        assertThat(store().find(longest, long1, soon())).contains(record);
        for (String odd : List.of("...", "-", "__proto__", "_id", "0", "00", "a.b..c", "A", "a")) {
            Acceptance each = inserted(new TermsUserId(odd), terms(odd, odd), PENDING, 1);
            assertThat(store().findAll(each.userId(), soon())).containsExactly(each);
        }
    }

    @Test
    default void insert_timeBetweenMilliseconds_isKeptToTheMillisecond() {
        Instant fine = Instant.parse("2031-02-03T04:05:06.789987654Z");
        store().insert(new Acceptance(ANNE, FIRST, PENDING, fine), stamp(0), soon());
        assertThat(store().find(ANNE, FIRST, soon()).map(Acceptance::createdAt))
                .contains(Instant.parse("2031-02-03T04:05:06.789Z"));
    }

    @Test
    default void findAll_returnedListSpoiled_changesNothing() {
        Acceptance record = inserted(ANNE, FIRST, PENDING, 0);
        PortCalls.spoil(store().findAll(ANNE, soon()));
        assertThat(store().findAll(ANNE, soon())).containsExactly(record);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        Acceptance record = record(ANNE, FIRST, PENDING, 0);
        assertNullIsRefused("record", () -> store().insert(nothing(), stamp(0), soon()));
        assertNullIsRefused("stamp", () -> store().insert(record, nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().insert(record, stamp(0), nothing()));
        assertNullIsRefused("userId", () -> store().change(nothing(), FIRST, READ, stamp(0), soon()));
        assertNullIsRefused("terms", () -> store().change(ANNE, nothing(), READ, stamp(0), soon()));
        assertNullIsRefused("status", () -> store().change(ANNE, FIRST, nothing(), stamp(0), soon()));
        assertNullIsRefused("stamp", () -> store().change(ANNE, FIRST, READ, nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().change(ANNE, FIRST, READ, stamp(0), nothing()));
        assertNullIsRefused("userId", () -> store().find(nothing(), FIRST, soon()));
        assertNullIsRefused("terms", () -> store().find(ANNE, nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().find(ANNE, FIRST, nothing()));
        assertNullIsRefused("userId", () -> store().findAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findAll(ANNE, nothing()));
        assertNullIsRefused("userId", () -> store().removeAll(nothing(), stamp(0), soon()));
        assertNullIsRefused("stamp", () -> store().removeAll(ANNE, nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().removeAll(ANNE, stamp(0), nothing()));
        assertThat(store().findAll(ANNE, soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> store().insert(record(ANNE, FIRST, PENDING, 0), stamp(0), passed()));
        assertOutage(() -> store().change(ANNE, FIRST, READ, stamp(0), passed()));
        assertOutage(() -> store().find(ANNE, FIRST, passed()));
        assertOutage(() -> store().findAll(ANNE, passed()));
        assertOutage(() -> store().removeAll(ANNE, stamp(0), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        Acceptance record = record(ANNE, FIRST, PENDING, 0);
        OutageCheck.ofStore(TermsStore.class, this::store)
                .fails((store, deadline) -> store.insert(record, stamp(0), deadline))
                .fails((store, deadline) -> store.change(ANNE, FIRST, READ, stamp(0), deadline))
                .fails((store, deadline) -> store.find(ANNE, FIRST, deadline))
                .fails((store, deadline) -> store.findAll(ANNE, deadline))
                .fails((store, deadline) -> store.removeAll(ANNE, stamp(0), deadline))
                .whenAway(this);
    }

    @Test
    default void find_records_printNoUser() {
        inserted(ANNE, FIRST, PENDING, 0);
        assertThat(store().findAll(ANNE, soon()).toString()).doesNotContain("anne");
        assertThat(store().toString()).doesNotContain("anne");
    }

    private ChangeOutcome change(TermsStatus status, int second) {
        return store().change(ANNE, FIRST, status, stamp(second), soon());
    }
}
