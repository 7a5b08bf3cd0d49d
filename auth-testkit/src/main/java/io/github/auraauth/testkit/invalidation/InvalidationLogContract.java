package io.github.auraauth.testkit.invalidation;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link InvalidationLog}. An adapter's test implements it: {@code log()} gives a log without writer and
 * epoch when a test begins.
 */
public interface InvalidationLogContract extends OutageContract {
    /** Ids of writers. */
    String ONE = "11111111-1111-4111-8111-111111111111";

    String OTHER = "22222222-2222-4222-8222-222222222222";

    Epoch FIRST_EPOCH = new Epoch("33333333-3333-4333-8333-333333333333");
    Epoch SECOND_EPOCH = new Epoch("44444444-4444-4444-8444-444444444444");

    /** The log under test. */
    InvalidationLog log();

    @Test
    default void read_nothingWritten_hasNeitherWriterNorEpoch() {
        LogSnapshot snapshot = log().read(soon());
        assertThat(snapshot.writers()).isEmpty();
        assertThat(snapshot.epoch()).isEqualTo(Epoch.NONE);
    }

    @Test
    default void read_databaseTells_itsTimeIsOurs() {
        log().read(soon())
                .databaseTime()
                .ifPresent(time -> assertThat(
                                Duration.between(time, InstantSource.system().instant())
                                        .abs())
                        .isLessThan(Duration.ofHours(1)));
    }

    @Test
    default void publish_twoWriters_bothAreRead() {
        ActiveSegment one = active(ONE, 1, List.of(5L, 6L), Set.of(2L));
        ActiveSegment other = active(OTHER, 7, List.of(), Set.of());
        log().publish(one, 0, soon());
        log().publish(other, 0, soon());
        assertThat(log().read(soon()).writers()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    default void publish_oddFingerprints_areKeptInTheirOrder() {
        ActiveSegment odd = active(ONE, 1, List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 7L, 7L), Set.of(1L, 6L));
        log().publish(odd, 0, soon());
        assertThat(log().read(soon()).writers()).containsExactly(odd);
    }

    @Test
    default void publish_newerVersion_takesThePlaceOfTheOlder() {
        log().publish(active(ONE, 1, List.of(5L), Set.of(1L)), 0, soon());
        ActiveSegment newer = new ActiveSegment(new Segment(ONE, 2, List.of(8L)), 1, 2, Set.of(257L), FIRST_EPOCH);
        log().publish(newer, 0, soon());
        assertThat(log().read(soon()).writers()).containsExactly(newer);
    }

    @Test
    default void publish_olderOrSameVersion_changesNothing() {
        ActiveSegment newer = active(ONE, 3, List.of(5L, 6L), Set.of());
        log().publish(newer, 0, soon());
        log().publish(active(ONE, 2, List.of(5L), Set.of(1L)), 0, soon());
        log().publish(active(ONE, 3, List.of(), Set.of()), 0, soon());
        assertThat(log().read(soon()).writers()).containsExactly(newer);
    }

    @Test
    default void publish_acknowledgedOrNewerIsStored_isDone() {
        assertThat(log().publish(active(ONE, 1, List.of(5L), Set.of()), 0, soon()))
                .isTrue();
        assertThat(log().publish(active(ONE, 4, List.of(5L), Set.of()), 1, soon()))
                .isTrue();
        ActiveSegment newest = active(ONE, 5, List.of(5L, 6L), Set.of());
        assertThat(log().publish(newest, 1, soon())).isTrue();
        assertThat(log().publish(active(ONE, 3, List.of(), Set.of()), 1, soon()))
                .isTrue();
        assertThat(log().publish(newest, 4, soon())).isTrue();
        assertThat(log().read(soon()).writers()).containsExactly(newest);
    }

    @Test
    default void publish_setBackBelowTheAcknowledged_isRefusedAndStoresNothing() {
        ActiveSegment backup = active(ONE, 2, List.of(5L), Set.of());
        log().publish(backup, 0, soon());
        assertThat(log().publish(active(ONE, 4, List.of(5L, 6L), Set.of()), 3, soon()))
                .isFalse();
        assertThat(log().publish(active(OTHER, 2, List.of(), Set.of()), 1, soon()))
                .isFalse();
        assertThat(log().read(soon()).writers()).containsExactly(backup);
    }

    @Test
    default void publish_versionsOfOneWriterAtOnce_leaveTheNewest() {
        Race.of(8, thread -> {
            IntStream.rangeClosed(1, 20)
                    .forEach(i ->
                            log().publish(active(ONE, i * 8L + thread, List.of((long) thread), Set.of()), 0, soon()));
            return thread;
        });
        assertThat(log().read(soon()).writers()).containsExactly(active(ONE, 167, List.of(7L), Set.of()));
    }

    @Test
    default void sealed_someSegments_givesThoseOfTheRangeByRisingIndex() {
        for (long index : List.of(3L, 0L, 2L, 10L)) {
            log().seal(full(ONE, index), soon());
        }
        log().seal(full(OTHER, 1), soon());
        assertThat(log().sealed(ONE, 0, 256, soon()))
                .containsExactly(full(ONE, 0), full(ONE, 2), full(ONE, 3), full(ONE, 10));
        assertThat(log().sealed(ONE, 2, 10, soon())).containsExactly(full(ONE, 2), full(ONE, 3));
        assertThat(log().sealed(ONE, 4, 4, soon())).isEmpty();
        assertThat(log().sealed("nobody", 0, 9, soon())).isEmpty();
    }

    @Test
    default void seal_twice_isStoredOnce() {
        log().seal(full(ONE, 0), soon());
        log().seal(full(ONE, 0), soon());
        assertThat(log().sealed(ONE, 0, 2, soon())).containsExactly(full(ONE, 0));
    }

    @Test
    default void replaceEpoch_asExpected_begins() {
        assertThat(log().replaceEpoch(Epoch.NONE, FIRST_EPOCH, soon())).isTrue();
        assertThat(log().read(soon()).epoch()).isEqualTo(FIRST_EPOCH);
        assertThat(log().replaceEpoch(FIRST_EPOCH, SECOND_EPOCH, soon())).isTrue();
        assertThat(log().read(soon()).epoch()).isEqualTo(SECOND_EPOCH);
        assertThat(log().read(soon()).writers()).isEmpty();
    }

    @Test
    default void replaceEpoch_notAsExpected_changesNothing() {
        assertThat(log().replaceEpoch(SECOND_EPOCH, FIRST_EPOCH, soon())).isFalse();
        assertThat(log().read(soon()).epoch()).isEqualTo(Epoch.NONE);
        log().replaceEpoch(Epoch.NONE, FIRST_EPOCH, soon());
        assertThat(log().replaceEpoch(Epoch.NONE, SECOND_EPOCH, soon())).isFalse();
        assertThat(log().read(soon()).epoch()).isEqualTo(FIRST_EPOCH);
    }

    @Test
    default void replaceEpoch_byManyAtOnce_oneDoes() {
        List<Boolean> replaced =
                Race.of(8, thread -> log().replaceEpoch(Epoch.NONE, new Epoch("epoch " + thread), soon()));
        assertThat(replaced).filteredOn(won -> won).hasSize(1);
        assertThat(log().read(soon()).epoch()).isEqualTo(new Epoch("epoch " + replaced.indexOf(true)));
    }

    @Test
    default void forgetSealed_someOfAWriter_leavesTheOthers() {
        LongStream.range(0, 300).forEach(index -> log().seal(full(ONE, index), soon()));
        log().seal(full(OTHER, 0), soon());
        log().forgetSealed(ONE, 0, 299, soon());
        log().forgetSealed(ONE, 0, 299, soon());
        assertThat(log().sealed(ONE, 60, 316, soon())).containsExactly(full(ONE, 299));
        assertThat(log().sealed(ONE, 0, 256, soon())).isEmpty();
        assertThat(log().sealed(OTHER, 0, 1, soon())).containsExactly(full(OTHER, 0));
    }

    @Test
    default void forgetWriter_unchanged_isGoneWithItsSegments() {
        ActiveSegment last = new ActiveSegment(new Segment(ONE, 2, List.of()), 1, 9, Set.of(), Epoch.NONE);
        log().seal(full(ONE, 1), soon());
        log().publish(last, 0, soon());
        log().publish(active(OTHER, 1, List.of(), Set.of()), 0, soon());
        log().forgetWriter(last, soon());
        assertThat(log().read(soon()).writers()).containsExactly(active(OTHER, 1, List.of(), Set.of()));
        assertThat(log().sealed(ONE, 0, 9, soon())).isEmpty();
    }

    @Test
    default void forgetWriter_segmentSealedAndNothingPublishedAfterIt_isGoneToo() {
        ActiveSegment last = active(ONE, 1, List.of(1L), Set.of());
        log().publish(last, 0, soon());
        log().seal(full(ONE, 0), soon());
        log().seal(full(ONE, 1), soon());
        log().seal(full(OTHER, 0), soon());
        log().forgetWriter(last, soon());
        assertThat(log().sealed(ONE, 0, 9, soon())).isEmpty();
        assertThat(log().sealed(OTHER, 0, 9, soon())).containsExactly(full(OTHER, 0));
    }

    @Test
    default void forgetWriter_activeSegmentGone_forgetsTheFullOnesThatAreLeft() {
        log().seal(full(ONE, 0), soon());
        log().forgetWriter(active(ONE, 1, List.of(), Set.of()), soon());
        assertThat(log().sealed(ONE, 0, 9, soon())).isEmpty();
    }

    @Test
    default void forgetWriter_publishedMeanwhile_stays() {
        ActiveSegment last = active(ONE, 1, List.of(), Set.of());
        ActiveSegment next = active(ONE, 2, List.of(1L), Set.of());
        log().publish(last, 0, soon());
        log().publish(next, 0, soon());
        log().seal(full(ONE, 0), soon());
        log().forgetWriter(last, soon());
        assertThat(log().read(soon()).writers()).containsExactly(next);
        assertThat(log().sealed(ONE, 0, 9, soon())).hasSize(1);
    }

    @Test
    default void anyCall_returnedListChanged_changesNothing() {
        log().publish(active(ONE, 1, List.of(), Set.of()), 0, soon());
        log().seal(full(ONE, 0), soon());
        PortCalls.spoil(log().read(soon()).writers());
        PortCalls.spoil(log().sealed(ONE, 0, 1, soon()));
        assertThat(log().read(soon()).writers()).hasSize(1);
        assertThat(log().sealed(ONE, 0, 1, soon())).hasSize(1);
    }

    @Test
    default void sealed_rangeThatEndsBeforeItBegins_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> log().sealed(ONE, 2, 1, soon()));
        assertThatIllegalArgumentException().isThrownBy(() -> log().sealed(ONE, -1, 1, soon()));
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        ActiveSegment active = active(ONE, 1, List.of(), Set.of());
        assertNullIsRefused("active", () -> log().publish(nothing(), 0, soon()));
        assertNullIsRefused("deadline", () -> log().publish(active, 0, nothing()));
        assertNullIsRefused("full", () -> log().seal(nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().seal(full(ONE, 0), nothing()));
        assertNullIsRefused("deadline", () -> log().read(nothing()));
        assertNullIsRefused("writer", () -> log().sealed(nothing(), 0, 1, soon()));
        assertNullIsRefused("deadline", () -> log().sealed(ONE, 0, 1, nothing()));
        assertNullIsRefused("expected", () -> log().replaceEpoch(nothing(), FIRST_EPOCH, soon()));
        assertNullIsRefused("next", () -> log().replaceEpoch(Epoch.NONE, nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().replaceEpoch(Epoch.NONE, FIRST_EPOCH, nothing()));
        assertNullIsRefused("writer", () -> log().forgetSealed(nothing(), 0, 1, soon()));
        assertNullIsRefused("deadline", () -> log().forgetSealed(ONE, 0, 1, nothing()));
        assertNullIsRefused("last", () -> log().forgetWriter(nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().forgetWriter(active, nothing()));
        assertThat(log().read(soon()).writers()).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        ActiveSegment active = active(ONE, 1, List.of(), Set.of());
        assertOutage(() -> log().publish(active, 0, passed()));
        assertOutage(() -> log().seal(full(ONE, 0), passed()));
        assertOutage(() -> log().read(passed()));
        assertOutage(() -> log().sealed(ONE, 0, 1, passed()));
        assertOutage(() -> log().replaceEpoch(Epoch.NONE, FIRST_EPOCH, passed()));
        assertOutage(() -> log().forgetSealed(ONE, 0, 1, passed()));
        assertOutage(() -> log().forgetWriter(active, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        ActiveSegment active = active(ONE, 1, List.of(), Set.of());
        OutageCheck.ofStore(InvalidationLog.class, this::log)
                .fails((log, deadline) -> log.publish(active, 0, deadline))
                .fails((log, deadline) -> log.seal(full(ONE, 0), deadline))
                .fails((log, deadline) -> log.read(deadline))
                .fails((log, deadline) -> log.sealed(ONE, 0, 1, deadline))
                .fails((log, deadline) -> log.replaceEpoch(Epoch.NONE, FIRST_EPOCH, deadline))
                .fails((log, deadline) -> log.forgetSealed(ONE, 0, 1, deadline))
                .fails((log, deadline) -> log.forgetWriter(active, deadline))
                .whenAway(this);
    }

    /** A publication of a writer's first segment. */
    private static ActiveSegment active(String writer, long version, List<Long> fingerprints, Set<Long> pending) {
        return new ActiveSegment(new Segment(writer, 0, fingerprints), 0, version, pending, Epoch.NONE);
    }

    private static Segment full(String writer, long index) {
        return new Segment(
                writer,
                index,
                LongStream.range(0, Segment.SIZE).map(i -> i * index).boxed().toList());
    }
}
