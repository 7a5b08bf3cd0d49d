package io.github.auraauth.testkit.kpi;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.port.out.kpi.KpiLog;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link KpiLog}. An adapter's test implements it: the log is empty when a test begins. */
public interface KpiLogContract {
    /** More rows than any log holds before it puts them elsewhere. */
    int FAR_TOO_MANY = 100_000;

    /** The log under test. */
    KpiLog log();

    /** The times of the rows that it has taken, to the millisecond, in its order; asked once, at the end of a test. */
    List<Instant> times();

    @Test
    default void add_oneAfterAnother_areTakenInTheirOrder() {
        List<Instant> times = Stream.of(3, 1, 2).map(KpiLogContract::time).toList();
        times.forEach(time -> log().add(row(time)));
        assertThat(times()).isEqualTo(times);
    }

    @Test
    default void add_theSameTwice_areTwoRows() {
        log().add(row(time(1)));
        log().add(row(time(1)));
        assertThat(times()).containsExactly(time(1), time(1));
    }

    @Test
    default void add_byManyThreadsAtOnce_losesNone() {
        Race.of(number -> {
            log().add(row(time(number)));
            return number;
        });
        assertThat(times())
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, number -> number + 1)
                        .limit(Race.THREADS)
                        .map(KpiLogContract::time)
                        .toList());
    }

    @Test
    default void add_farTooMany_mayLoseRowsButNeverThrows() {
        for (int i = 0; i < FAR_TOO_MANY; i++) {
            log().add(row(time(1)));
        }
        assertThat(times()).hasSizeBetween(1, FAR_TOO_MANY).containsOnly(time(1));
    }

    @Test
    default void add_null_isRefusedByName() {
        assertNullIsRefused("row", () -> log().add(nothing()));
    }

    private static Instant time(int number) {
        return Instant.parse("2026-11-30T12:00:00Z").plusMillis(number);
    }

    private static KpiRow row(Instant time) {
        return new KpiRow(
                time,
                KpiKind.REGISTER,
                Optional.of(SampleUsers.CHANNEL),
                Optional.empty(),
                KpiResult.CREATED,
                Duration.ofMillis(7));
    }
}
