package io.github.auraauth.testkit.terms;

import static io.github.auraauth.domain.terms.TermsChange.Action.CHANGED;
import static io.github.auraauth.domain.terms.TermsChange.Action.CREATED;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.deletion;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.line;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.record;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link TermsHistory}. An adapter's test implements it: {@code history()} is of what {@code store()}
 * does, which holds nothing when a test begins.
 */
public interface TermsHistoryContract extends TermsStoreFixture {

    @Test
    default void find_nothingDone_isEmpty() {
        inserted(BORIS, FIRST, PENDING, 0);
        assertThat(lines(ANNE)).isEmpty();
    }

    @Test
    default void find_lifeOfARecord_isEveryChangeInOrder() {
        inserted(ANNE, FIRST, PENDING, 0);
        store().change(ANNE, FIRST, READ, stamp(1), soon());
        store().change(ANNE, FIRST, TermsStatus.ACCEPTED, stamp(2), soon());
        store().removeAll(ANNE, stamp(3), soon());
        inserted(ANNE, FIRST, TermsStatus.ACCEPTED, 4);
        assertThat(lines(ANNE))
                .containsExactly(
                        line(FIRST, CREATED, PENDING, 0),
                        line(FIRST, CHANGED, READ, 1),
                        line(FIRST, CHANGED, TermsStatus.ACCEPTED, 2),
                        deletion(FIRST, 3),
                        line(FIRST, CREATED, TermsStatus.ACCEPTED, 4));
    }

    @Test
    default void find_callsThatChangeNothing_leaveNoLine() {
        inserted(ANNE, FIRST, PENDING, 0);
        store().insert(record(ANNE, FIRST, READ, 1), stamp(1), soon());
        store().change(ANNE, FIRST, PENDING, stamp(2), soon());
        store().change(ANNE, SECOND, READ, stamp(3), soon());
        store().removeAll(BORIS, stamp(4), soon());
        assertThat(lines(ANNE)).containsExactly(line(FIRST, CREATED, PENDING, 0));
        assertThat(lines(BORIS)).isEmpty();
    }

    @Test
    default void find_severalRecords_hasALineForEach() {
        inserted(ANNE, FIRST, PENDING, 0);
        inserted(ANNE, SECOND, TermsStatus.ACCEPTED, 1);
        store().removeAll(ANNE, stamp(2), soon());
        assertThat(lines(ANNE))
                .containsExactlyInAnyOrder(
                        line(FIRST, CREATED, PENDING, 0),
                        line(SECOND, CREATED, TermsStatus.ACCEPTED, 1),
                        deletion(FIRST, 2),
                        deletion(SECOND, 2));
    }

    @Test
    default void erase_severalUsers_leavesNothingOfThemAndAllOfOthers() {
        inserted(ANNE, FIRST, PENDING, 0);
        inserted(ANNE, SECOND, PENDING, 0);
        inserted(BORIS, FIRST, READ, 0);
        store().removeAll(BORIS, stamp(1), soon());
        TermsUserId carla = new TermsUserId("fake-carla");
        inserted(carla, FIRST, READ, 2);
        assertThat(history().erase(Set.of("fake-anne", "fake-boris", "fake-nobody"), soon()))
                .isEqualTo(3);
        for (TermsUserId gone : List.of(ANNE, BORIS)) {
            assertThat(lines(gone)).isEmpty();
            assertThat(store().findAll(gone, soon())).isEmpty();
        }
        assertThat(lines(carla)).hasSize(1);
        assertThat(store().findAll(carla, soon())).hasSize(1);
    }

    @Test
    default void erase_noneOrTwice_doesNothing() {
        inserted(ANNE, FIRST, PENDING, 0);
        assertThat(history().erase(Set.of(), soon())).isZero();
        assertThat(history().erase(Set.of("fake-an", "FAKE-ANNE", ".*", "fake\u0000"), soon()))
                .isZero();
        assertThat(history().erase(Set.of("fake-anne"), soon())).isEqualTo(1);
        assertThat(history().erase(Set.of("fake-anne"), soon())).isZero();
    }

    @Test
    default void insert_afterErasure_beginsANewHistory() {
        inserted(ANNE, FIRST, PENDING, 0);
        history().erase(Set.of("fake-anne"), soon());
        inserted(ANNE, FIRST, READ, 1);
        assertThat(lines(ANNE)).containsExactly(line(FIRST, CREATED, READ, 1));
    }

    @Test
    default void erase_whileOthersChange_leavesNoLineWithoutABeginning() {
        inserted(ANNE, FIRST, PENDING, 0);
        Race.of(i -> {
            if (i % 10 == 0) {
                return (int) history().erase(Set.of("fake-anne"), soon());
            }
            store().change(ANNE, FIRST, new TermsStatus("word-" + i), stamp(i), soon());
            return 0;
        });
        assertThat(lines(ANNE)).isEmpty();
        assertThat(store().findAll(ANNE, soon())).isEmpty();
    }

    @Test
    default void find_longHistory_isEveryLineOnceAndInOrder() {
        inserted(ANNE, FIRST, PENDING, 0);
        inserted(ANNE, SECOND, PENDING, 0);
        IntStream.range(1, 500).forEach(i -> change(ANNE, FIRST, i));
        List<TermsChange> expected = new ArrayList<>();
        expected.add(line(FIRST, CREATED, PENDING, 0));
        IntStream.range(1, 500).forEach(i -> expected.add(line(FIRST, CHANGED, word(i), i)));
        assertThat(lines(ANNE).stream()
                        .filter(line -> line.terms().equals(FIRST))
                        .toList())
                .isEqualTo(expected);
        assertThat(lines(ANNE)).hasSize(501);
    }

    @Test
    default void find_recordMadeAndRemovedAgainAndAgain_isEveryLineOnceAndInOrder() {
        List<TermsChange> expected = new ArrayList<>();
        for (int i = 0; i < 200; i += 2) {
            inserted(ANNE, FIRST, PENDING, i);
            store().removeAll(ANNE, stamp(i + 1), soon());
            expected.add(line(FIRST, CREATED, PENDING, i));
            expected.add(deletion(FIRST, i + 1));
        }
        assertThat(lines(ANNE)).isEqualTo(expected);
    }

    @Test
    default void find_whileOthersChange_isABeginningOfWhatWillBeFound() {
        inserted(ANNE, FIRST, PENDING, 0);
        List<List<TermsChange>> found = Race.of(20, i -> {
            if (i >= 10) {
                IntStream.range(0, 30).forEach(j -> change(ANNE, FIRST, 1 + i + 100 * j));
            }
            return lines(ANNE);
        });
        List<TermsChange> all = lines(ANNE);
        assertThat(all).hasSize(301).doesNotHaveDuplicates();
        assertThat(found).allSatisfy(some -> assertThat(some).isEqualTo(all.subList(0, some.size())));
    }

    @Test
    default void erase_longHistory_leavesNothingOfIt() {
        inserted(ANNE, FIRST, PENDING, 0);
        inserted(BORIS, FIRST, PENDING, 0);
        IntStream.range(1, 300).forEach(i -> change(ANNE, FIRST, i));
        IntStream.range(1, 100).forEach(i -> change(BORIS, FIRST, i));
        assertThat(history().erase(Set.of("fake-anne"), soon())).isEqualTo(1);
        assertThat(lines(ANNE)).isEmpty();
        assertThat(store().findAll(ANNE, soon())).isEmpty();
        assertThat(lines(BORIS)).hasSize(100);
        inserted(ANNE, FIRST, READ, 1);
        IntStream.range(1, 100).forEach(i -> change(ANNE, FIRST, i));
        assertThat(lines(ANNE)).hasSize(100).first().isEqualTo(line(FIRST, CREATED, READ, 1));
    }

    @Test
    default void erase_whileOthersChangeALongHistory_leavesNoLineWithoutABeginning() {
        inserted(ANNE, FIRST, PENDING, 0);
        IntStream.range(1, 60).forEach(i -> change(ANNE, FIRST, i));
        Race.of(30, i -> {
            if (i % 10 == 0) {
                return (int) history().erase(Set.of("fake-anne"), soon());
            }
            if (i % 10 == 1) {
                store().insert(record(ANNE, FIRST, PENDING, i), stamp(i), soon());
                return 0;
            }
            IntStream.range(0, 20).forEach(j -> change(ANNE, FIRST, 1_000 + i + 100 * j));
            return 0;
        });
        List<TermsChange> lines = lines(ANNE);
        assertThat(lines.stream().map(TermsChange::action).findFirst().orElse(CREATED))
                .isEqualTo(CREATED);
        assertThat(store().findAll(ANNE, soon())).hasSize(lines.isEmpty() ? 0 : 1);
        history().erase(Set.of("fake-anne"), soon());
        assertThat(lines(ANNE)).isEmpty();
    }

    @Test
    default void find_returnedListSpoiled_changesNothing() {
        inserted(ANNE, FIRST, PENDING, 0);
        PortCalls.spoil(lines(ANNE));
        assertThat(lines(ANNE)).hasSize(1);
    }

    @Test
    default void anyHistoryCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("userId", () -> history().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> history().find(ANNE, nothing()));
        assertNullIsRefused("userIds", () -> history().erase(nothing(), soon()));
        assertNullIsRefused("deadline", () -> history().erase(Set.of("fake-anne"), nothing()));
    }

    @Test
    default void anyHistoryCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> history().find(ANNE, passed()));
        assertOutage(() -> history().erase(Set.of("fake-anne"), passed()));
    }

    @Test
    default void anyHistoryCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(TermsHistory.class, this::history)
                .fails((history, deadline) -> history.find(ANNE, deadline))
                .fails((history, deadline) -> history.erase(Set.of("fake-anne"), deadline))
                .whenAway(this);
    }

    @Test
    default void find_lines_printNoUser() {
        inserted(ANNE, FIRST, PENDING, 0);
        assertThat(lines(ANNE).toString()).doesNotContain("anne");
        assertThat(history().toString()).doesNotContain("anne");
    }

    private void change(TermsUserId userId, Terms terms, int second) {
        store().change(userId, terms, word(second), stamp(second), soon());
    }

    private static TermsStatus word(int second) {
        return new TermsStatus("word-" + second);
    }

    private List<TermsChange> lines(TermsUserId userId) {
        return history().find(userId, soon());
    }
}
