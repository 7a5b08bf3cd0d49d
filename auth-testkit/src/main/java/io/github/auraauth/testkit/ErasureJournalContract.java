package io.github.auraauth.testkit;

import static io.github.auraauth.testkit.Calls.assertNullIsRefused;
import static io.github.auraauth.testkit.Calls.assertOutage;
import static io.github.auraauth.testkit.Calls.nothing;
import static io.github.auraauth.testkit.Calls.passed;
import static io.github.auraauth.testkit.Calls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ErasureJournal}. An adapter's test implements it: {@code journal()} gives a journal without an
 * entry when a test begins.
 */
public interface ErasureJournalContract extends OutageContract {
    /** When the kit's erasures begin. */
    Instant BEGUN = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The number whose owner is erased. */
    PhoneNumber NUMBER = new PhoneNumber("+12025550100");

    /** The journal under test. */
    ErasureJournal journal();

    @Test
    default void unfinished_noEntry_isEmpty() {
        assertThat(unfinished()).isEmpty();
    }

    @Test
    default void record_new_isUnfinishedAsGiven() {
        Erasure bare = recorded(erasure(1));
        Erasure full = recorded(erasure(2).including(rows("a", "b")));
        assertThat(unfinished()).containsExactlyInAnyOrder(bare, full);
    }

    @Test
    default void record_sameIdTwice_keepsTheLater() {
        Erasure first = recorded(erasure(1).including(rows("a")));
        Erasure second = recorded(first.including(rows("b", "c")));
        assertThat(unfinished()).containsExactly(second);
        recorded(second);
        assertThat(unfinished()).containsExactly(second);
    }

    @Test
    default void record_rowsGone_isKeptAndTakenBack() {
        Erasure gone = recorded(erasure(1).including(rows("a")).withRowsGone());
        assertThat(unfinished()).containsExactly(gone);
        Erasure found = recorded(gone.including(rows("b")));
        assertThat(found.rowsGone()).isFalse();
        assertThat(unfinished()).containsExactly(found);
    }

    @Test
    default void record_sameNumberTwice_keepsBoth() {
        Erasure first = recorded(erasure(1));
        Erasure second = recorded(erasure(2));
        assertThat(unfinished()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void unfinished_several_isOldestFirst() {
        Erasure newest = recorded(Erasure.of(id(1), NUMBER, BEGUN.plusMillis(2)));
        Erasure oldest = recorded(Erasure.of(id(3), NUMBER, BEGUN));
        Erasure middle = recorded(Erasure.of(id(2), NUMBER, BEGUN.plusMillis(1)));
        recorded(oldest.including(rows("a")));
        assertThat(unfinished()).extracting(Erasure::id).containsExactly(oldest.id(), middle.id(), newest.id());
    }

    @Test
    default void finish_unfinished_isUnfinishedNoMore() {
        Erasure done = recorded(erasure(1).including(rows("a")));
        Erasure open = recorded(erasure(2));
        journal().finish(done.id(), new ErasureCounts(1, 0), soon());
        assertThat(unfinished()).containsExactly(open);
    }

    @Test
    default void finish_twiceOrUnknown_doesNothing() {
        Erasure done = recorded(erasure(1));
        Erasure open = recorded(erasure(2));
        journal().finish(done.id(), new ErasureCounts(1, 0), soon());
        journal().finish(done.id(), new ErasureCounts(2, 0), soon());
        journal().finish(id(3), new ErasureCounts(0, 0), soon());
        assertThat(unfinished()).containsExactly(open);
    }

    @Test
    default void record_concurrentlyUnderOneId_keepsOneOfThemWhole() {
        List<Erasure> erasures = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> erasure(1).including(rows("racer-" + i)))
                .toList();
        Race.of(i -> recorded(erasures.get(i)));
        assertThat(unfinished()).hasSize(1).isSubsetOf(erasures);
    }

    @Test
    default void record_concurrentlyUnderManyIds_keepsAll() {
        List<Erasure> erasures = Race.of(i -> recorded(erasure(i).including(rows("racer-" + i))));
        assertThat(unfinished()).containsExactlyInAnyOrderElementsOf(erasures);
    }

    @Test
    default void finish_whileOthersRecord_leavesTheirs() {
        List<Erasure> first =
                IntStream.range(0, 20).mapToObj(i -> recorded(erasure(i))).toList();
        List<UUID> rest = Race.of(40, i -> {
            if (i < 20) {
                journal().finish(first.get(i).id(), new ErasureCounts(i, 0), soon());
                return first.get(i).id();
            }
            return recorded(erasure(100 + i)).id();
        });
        assertThat(unfinished()).extracting(Erasure::id).containsExactlyInAnyOrderElementsOf(rest.subList(20, 40));
    }

    @Test
    default void record_givenAndReturnedChangedLater_changesNothing() {
        Set<String> auraIds = new HashSet<>(Set.of("fake-aura-a"));
        Erasure erasure = recorded(new Erasure(id(1), NUMBER, auraIds, Set.of(), Set.of(), BEGUN));
        auraIds.add("fake-aura-b");
        Calls.spoil(unfinished());
        assertThat(unfinished()).containsExactly(erasure);
        assertThat(unfinished().get(0).auraIds()).containsExactly("fake-aura-a");
    }

    @Test
    default void record_timeBetweenMilliseconds_isKeptToTheMillisecond() {
        recorded(Erasure.of(id(1), NUMBER, Instant.parse("2031-02-03T04:05:06.789987654Z")));
        assertThat(unfinished().get(0).begun()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
    }

    @Test
    default void record_oddLongestAndManyIdentifiers_areKeptAsGiven() {
        Set<String> texts = new HashSet<>(OddTexts.all());
        IntStream.range(0, 1000).forEach(i -> texts.add("many-" + i));
        Set<String> auraIds = new HashSet<>(texts);
        auraIds.addAll(List.of(OddTexts.ofLength(AuraId.LONGEST), "with/a/slash", "line\nbreak", ""));
        Set<String> userIds = new HashSet<>(texts);
        userIds.add(OddTexts.ofLength(2 * UserId.LONGEST));
        Set<String> globalIds = Set.of(new UUID(0, 0).toString(), "no uuid");
        Erasure shortest =
                recorded(new Erasure(new UUID(-1, -1), new PhoneNumber("+123456"), auraIds, userIds, globalIds, BEGUN));
        Erasure longest = recorded(Erasure.of(new UUID(0, 0), new PhoneNumber("+999999999999999"), BEGUN));
        assertThat(unfinished()).containsExactlyInAnyOrder(shortest, longest);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("erasure", () -> journal().record(nothing(), soon()));
        assertNullIsRefused("deadline", () -> journal().record(erasure(1), nothing()));
        assertNullIsRefused("deadline", () -> journal().unfinished(nothing()));
        assertNullIsRefused("id", () -> journal().finish(nothing(), new ErasureCounts(1, 0), soon()));
        assertNullIsRefused("counts", () -> journal().finish(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> journal().finish(id(1), new ErasureCounts(1, 0), nothing()));
        assertThat(unfinished()).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> journal().record(erasure(1), passed()));
        assertOutage(() -> journal().unfinished(passed()));
        assertOutage(() -> journal().finish(id(1), new ErasureCounts(1, 0), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ErasureJournal.class, this::journal)
                .fails((journal, deadline) -> journal.record(erasure(1), deadline))
                .fails(ErasureJournal::unfinished)
                .fails((journal, deadline) -> journal.finish(id(1), new ErasureCounts(1, 0), deadline))
                .whenAway(this);
    }

    @Test
    default void unfinished_entries_printNothingPersonal() {
        recorded(erasure(1).including(rows("a")));
        assertThat(unfinished().toString()).doesNotContain("2025550100", "fake-");
        assertThat(journal().toString()).doesNotContain("2025550100", "fake-");
    }

    private List<Erasure> unfinished() {
        return journal().unfinished(soon());
    }

    private Erasure recorded(Erasure erasure) {
        journal().record(erasure, soon());
        return erasure;
    }

    private static Erasure erasure(int number) {
        return Erasure.of(id(number), NUMBER, BEGUN);
    }

    private static UUID id(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L + number);
    }

    private static List<UserRow> rows(String... names) {
        return List.of(names).stream()
                .map(name -> UserRow.of(name, SampleUsers.user(name, BEGUN)))
                .toList();
    }
}
