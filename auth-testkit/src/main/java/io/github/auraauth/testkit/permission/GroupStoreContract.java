package io.github.auraauth.testkit.permission;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.GroupStore.WriteOutcome;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link GroupStore}. An adapter's test implements it: {@code groups()} gives one that holds nothing when a
 * test begins, always over the same groups.
 */
public interface GroupStoreContract extends OutageContract {

    /** The port under test. */
    GroupStore groups();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(groups().find(Set.of(id(1)), soon())).isEmpty();
        assertThat(groups().find(Set.of(), soon())).isEmpty();
        assertThat(groups().findByName(new GroupName("a"), soon())).isEmpty();
    }

    @Test
    default void find_someStored_givesThoseWhole() {
        Group first = inserted(group(1, "a"));
        Group second = inserted(group(2, "b"));
        inserted(group(3, "c"));
        assertThat(groups().find(Set.of(id(1), id(2), id(9)), soon())).containsExactlyInAnyOrder(first, second);
        assertThat(groups().findByName(first.name(), soon())).contains(first);
    }

    @Test
    default void insert_longestAndOddNames_areKeptAsGiven() {
        inserted(new Group(id(1000), 0, new GroupName(EdgeCaseTexts.ofLength(GroupName.LONGEST)), Set.of()));
        int number = 0;
        for (String text : EdgeCaseTexts.all()) {
            Optional<GroupName> name =
                    GroupName.parse(text).filter(parsed -> parsed.value().equals(text));
            if (name.isPresent()) {
                number++;
                Group odd = inserted(group(number, text));
                assertThat(groups().findByName(odd.name(), soon())).contains(odd);
            }
        }
        assertThat(groups().page(Keyset.first(), 100, soon())).hasSize(number + 1);
    }

    @Test
    default void insert_nameOrIdTaken_storesNothing() {
        Group first = inserted(group(1, "a"));
        assertThat(groups().insert(group(2, "a"), soon())).isEqualTo(WriteOutcome.TAKEN);
        assertThat(groups().insert(group(1, "b"), soon())).isEqualTo(WriteOutcome.TAKEN);
        assertThat(groups().page(Keyset.first(), 10, soon())).containsExactly(first);
    }

    @Test
    default void insert_manyOfOneNameAtOnce_hasOneWinner() {
        List<WriteOutcome> outcomes = Race.of(i -> groups().insert(group(i, "a"), soon()));
        assertThat(outcomes).containsOnlyOnce(WriteOutcome.WRITTEN);
        assertThat(groups().findByName(new GroupName("a"), soon()))
                .contains(group(outcomes.indexOf(WriteOutcome.WRITTEN), "a"));
    }

    @Test
    default void page_severalGroups_goesOnBehindTheLast() {
        List.of("c", "A", "b", "a b", "a", "\u00E9", "\u4E00").forEach(name -> inserted(group(name.hashCode(), name)));
        List<String> walked = new ArrayList<>();
        Keyset<GroupName> place = Keyset.first();
        List<Group> page;
        do {
            page = groups().page(place, 3, soon());
            page.forEach(group -> walked.add(group.name().value()));
            place = page.isEmpty()
                    ? place
                    : Keyset.after(page.get(page.size() - 1)).map(Group::name);
        } while (page.size() == 3);
        assertThat(walked).containsExactly("A", "a", "a b", "b", "c", "\u00E9", "\u4E00");
    }

    @Test
    default void page_backwards_givesWhatStandsDirectlyBefore() {
        inserted(group(1, "a"));
        Group second = inserted(group(2, "b"));
        Group third = inserted(group(3, "c"));
        assertThat(groups().page(Keyset.before(new GroupName("d")), 2, soon())).containsExactly(second, third);
        assertThat(groups().page(Keyset.before(new GroupName("a")), 2, soon())).isEmpty();
    }

    @Test
    default void update_unchangedSinceRead_storesAllAndRaisesTheRevision() {
        Group read = inserted(group(1, "a"));
        Group changed = read.with(new GroupName("b"), Set.of(new Permission("add_thing")));
        assertThat(groups().update(changed, soon())).isEqualTo(WriteOutcome.WRITTEN);
        assertThat(groups().find(Set.of(id(1)), soon()))
                .containsExactly(new Group(id(1), 1, changed.name(), changed.permissions()));
        assertThat(groups().findByName(new GroupName("a"), soon())).isEmpty();
    }

    @Test
    default void update_sameName_isNoConflictWithItself() {
        Group read = inserted(group(1, "a"));
        assertThat(groups().update(read.with(read.name(), Set.of()), soon())).isEqualTo(WriteOutcome.WRITTEN);
    }

    @Test
    default void update_changedSinceReadOrAbsent_isAConflict() {
        Group read = inserted(group(1, "a"));
        groups().update(read.with(new GroupName("b"), Set.of()), soon());
        assertThat(groups().update(read.with(new GroupName("c"), Set.of()), soon()))
                .isEqualTo(WriteOutcome.CONFLICT);
        assertThat(groups().update(group(2, "d"), soon())).isEqualTo(WriteOutcome.CONFLICT);
        assertThat(groups().page(Keyset.first(), 10, soon()))
                .containsExactly(new Group(id(1), 1, new GroupName("b"), Set.of()));
    }

    @Test
    default void update_nameOfAnother_storesNothing() {
        Group other = inserted(group(1, "a"));
        Group read = inserted(group(2, "b"));
        assertThat(groups().update(read.with(other.name(), Set.of()), soon())).isEqualTo(WriteOutcome.TAKEN);
        assertThat(groups().page(Keyset.first(), 10, soon())).containsExactly(other, read);
    }

    @Test
    default void update_manyAtOnce_hasOneWinner() {
        Group read = inserted(group(1, "a"));
        List<WriteOutcome> outcomes =
                Race.of(i -> groups().update(read.with(new GroupName("name " + i), Set.of()), soon()));
        assertThat(outcomes).containsOnlyOnce(WriteOutcome.WRITTEN);
        assertThat(Collections.frequency(outcomes, WriteOutcome.CONFLICT)).isEqualTo(Race.THREADS - 1);
    }

    @Test
    default void update_manyToOneNameAtOnce_hasOneWinner() {
        for (int i = 0; i < 20; i++) {
            inserted(group(i, "name " + i));
        }
        List<WriteOutcome> outcomes =
                Race.of(20, i -> groups().update(group(i, "name " + i).with(new GroupName("a"), Set.of()), soon()));
        assertThat(outcomes).containsOnlyOnce(WriteOutcome.WRITTEN);
        assertThat(Collections.frequency(outcomes, WriteOutcome.TAKEN)).isEqualTo(19);
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(group(1, "a"));
        Group other = inserted(group(2, "b"));
        assertThat(groups().delete(id(1), soon())).isTrue();
        assertThat(groups().delete(id(1), soon())).isFalse();
        assertThat(groups().page(Keyset.first(), 10, soon())).containsExactly(other);
        assertThat(groups().insert(group(3, "a"), soon())).isEqualTo(WriteOutcome.WRITTEN);
    }

    @Test
    default void anyCall_collectionsChangedOrSpoiled_changesNothing() {
        Set<Permission> permissions = new HashSet<>(Set.of(new Permission("view_thing")));
        inserted(new Group(id(1), 0, new GroupName("a"), permissions));
        permissions.clear();
        PortCalls.spoil(groups().page(Keyset.first(), 10, soon()));
        assertThat(groups().find(Set.of(id(1)), soon()))
                .flatExtracting(Group::permissions)
                .containsExactly(new Permission("view_thing"));
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("group", () -> groups().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> groups().insert(group(1, "a"), nothing()));
        assertNullIsRefused("ids", () -> groups().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> groups().find(Set.of(id(1)), nothing()));
        assertNullIsRefused("name", () -> groups().findByName(nothing(), soon()));
        assertNullIsRefused("deadline", () -> groups().findByName(new GroupName("a"), nothing()));
        assertNullIsRefused("place", () -> groups().page(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> groups().page(Keyset.first(), 1, nothing()));
        assertNullIsRefused("group", () -> groups().update(nothing(), soon()));
        assertNullIsRefused("deadline", () -> groups().update(group(1, "a"), nothing()));
        assertNullIsRefused("id", () -> groups().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> groups().delete(id(1), nothing()));
        assertThat(groups().page(Keyset.first(), 1, soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> groups().insert(group(1, "a"), passed()));
        assertOutage(() -> groups().find(Set.of(id(1)), passed()));
        assertOutage(() -> groups().findByName(new GroupName("a"), passed()));
        assertOutage(() -> groups().page(Keyset.first(), 1, passed()));
        assertOutage(() -> groups().update(group(1, "a"), passed()));
        assertOutage(() -> groups().delete(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(GroupStore.class, this::groups)
                .fails((groups, deadline) -> groups.insert(group(1, "a"), deadline))
                .fails((groups, deadline) -> groups.find(Set.of(id(1)), deadline))
                .fails((groups, deadline) -> groups.findByName(new GroupName("a"), deadline))
                .fails((groups, deadline) -> groups.page(Keyset.first(), 1, deadline))
                .fails((groups, deadline) -> groups.update(group(1, "a"), deadline))
                .fails((groups, deadline) -> groups.delete(id(1), deadline))
                .whenAway(this);
    }

    private Group inserted(Group group) {
        if (groups().insert(group, soon()) != WriteOutcome.WRITTEN) {
            throw new AssertionError("the group was there before");
        }
        return group;
    }

    private static Group group(int number, String name) {
        return new Group(
                id(number),
                0,
                new GroupName(name),
                Set.of(new Permission("view_thing_" + Integer.toHexString(number))));
    }

    private static GroupId id(int number) {
        return new GroupId("00000000-0000-4000-8000-%012x".formatted(number));
    }
}
