package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.account.SuperuserRoster.RemoveOutcome;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SuperuserRoster}. An adapter's test implements it: {@code roster()} gives one without members when a
 * test begins, always over the same members.
 */
public interface SuperuserRosterContract extends OutageContract {

    /** The port under test. */
    SuperuserRoster roster();

    @Test
    default void members_neverAnyAdded_areNone() {
        assertThat(members()).isEmpty();
    }

    @Test
    default void add_severalAndAgain_listsEachOnce() {
        add(1, 2, 1);
        assertThat(members()).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    default void add_manyAtOnceToAnEmptyRoster_losesNone() {
        Race.of(i -> {
            roster().add(id(i % 10), soon());
            return i;
        });
        assertThat(members()).hasSize(10);
    }

    @Test
    default void remove_oneOfTwo_leavesTheOther() {
        add(1, 2);
        assertThat(roster().remove(id(1), soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(members()).containsExactly(id(2));
    }

    @Test
    default void remove_twice_isAbsentTheSecondTime() {
        add(1, 2, 3);
        roster().remove(id(1), soon());
        assertThat(roster().remove(id(1), soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(members()).containsExactlyInAnyOrder(id(2), id(3));
    }

    @Test
    default void remove_nobodys_isAbsent() {
        assertThat(roster().remove(id(1), soon())).isEqualTo(RemoveOutcome.ABSENT);
        add(2);
        assertThat(roster().remove(id(1), soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(members()).containsExactly(id(2));
    }

    @Test
    default void remove_last_leavesIt() {
        add(1);
        assertThat(roster().remove(id(1), soon())).isEqualTo(RemoveOutcome.LAST);
        assertThat(members()).containsExactly(id(1));
    }

    @Test
    default void remove_lastTwoAtOnce_leavesOne() {
        for (int round = 0; round < 20; round++) {
            add(1, 2);
            List<RemoveOutcome> outcomes = Race.of(2, i -> roster().remove(id(i + 1), soon()));
            assertThat(outcomes).containsExactlyInAnyOrder(RemoveOutcome.REMOVED, RemoveOutcome.LAST);
            assertThat(members()).containsExactly(id(outcomes.indexOf(RemoveOutcome.LAST) + 1));
        }
    }

    @Test
    default void remove_allByEightAtOnceEach_leavesOne() {
        int count = 12;
        add(IntStream.range(0, count).toArray());
        List<RemoveOutcome> outcomes = Race.of(8 * count, i -> roster().remove(id(i % count), soon()));
        assertThat(members()).hasSize(1);
        assertThat(Collections.frequency(outcomes, RemoveOutcome.REMOVED)).isEqualTo(count - 1);
        for (AccountId last : members()) {
            int number = IntStream.range(0, count)
                    .filter(i -> id(i).equals(last))
                    .findFirst()
                    .orElseThrow();
            List<RemoveOutcome> ofLast = IntStream.range(0, 8)
                    .mapToObj(i -> outcomes.get(i * count + number))
                    .toList();
            assertThat(ofLast).containsOnly(RemoveOutcome.LAST);
        }
    }

    @Test
    default void members_returnedSetSpoiled_changesNothing() {
        add(1);
        try {
            members().clear();
        } catch (UnsupportedOperationException unmodifiable) {
            // what a copy would give, this set gives too
        }
        assertThat(members()).containsExactly(id(1));
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("deadline", () -> roster().members(nothing()));
        assertNullIsRefused("id", () -> roster().add(nothing(), soon()));
        assertNullIsRefused("deadline", () -> roster().add(id(1), nothing()));
        assertNullIsRefused("id", () -> roster().remove(nothing(), soon()));
        assertNullIsRefused("deadline", () -> roster().remove(id(1), nothing()));
        assertThat(members()).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> roster().members(passed()));
        assertOutage(() -> roster().add(id(1), passed()));
        assertOutage(() -> roster().remove(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(SuperuserRoster.class, this::roster)
                .fails(SuperuserRoster::members)
                .fails((roster, deadline) -> roster.add(id(1), deadline))
                .fails((roster, deadline) -> roster.remove(id(1), deadline))
                .whenAway(this);
    }

    private Set<AccountId> members() {
        return roster().members(soon());
    }

    private void add(int... numbers) {
        IntStream.of(numbers).forEach(number -> roster().add(id(number), soon()));
    }
}
