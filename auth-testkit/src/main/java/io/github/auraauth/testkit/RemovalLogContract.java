package io.github.auraauth.testkit;

import static io.github.auraauth.testkit.Calls.assertNullIsRefused;
import static io.github.auraauth.testkit.Calls.assertOutage;
import static io.github.auraauth.testkit.Calls.nothing;
import static io.github.auraauth.testkit.Calls.passed;
import static io.github.auraauth.testkit.Calls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.removal.RemovalLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link RemovalLog}. An adapter's test implements it: {@code log()} gives a log without a line when a
 * test begins.
 */
public interface RemovalLogContract extends OutageContract {
    /** When the kit's lines were written. */
    Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The log under test. */
    RemovalLog log();

    @Test
    default void after_noLine_isEmpty() {
        assertThat(log().after(0, 10, soon())).isEmpty();
        log().forgetBefore(AT, soon());
        assertThat(log().after(0, 10, soon())).isEmpty();
    }

    @Test
    default void open_firstLine_hasNumberOne() {
        RemovalEntry opening = open("a");
        assertThat(opening).isEqualTo(new RemovalEntry(1, SampleUsers.pseudonym("a"), 0, AT));
        assertThat(all()).containsExactly(opening);
    }

    @Test
    default void close_opening_namesIt() {
        open("a");
        RemovalEntry opening = open("b");
        RemovalEntry closing = log().close(opening, AT.plusMillis(1), soon());
        assertThat(closing).isEqualTo(new RemovalEntry(3, SampleUsers.pseudonym("b"), 2, AT.plusMillis(1)));
        assertThat(all()).endsWith(opening, closing);
    }

    @Test
    default void close_twice_appendsTwoLines() {
        RemovalEntry opening = open("a");
        RemovalEntry first = log().close(opening, AT, soon());
        RemovalEntry second = log().close(opening, AT, soon());
        assertThat(all()).containsExactly(opening, first, second);
        assertThat(second.opening()).isEqualTo(opening.seq());
    }

    @Test
    default void open_sameAuraIdTwice_appendsTwoLines() {
        assertThat(List.of(open("a"), open("a"))).isEqualTo(all());
    }

    @Test
    default void after_someNumber_givesTheNextByRisingNumber() {
        List<RemovalEntry> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(open("line-" + i));
        }
        assertThat(log().after(0, 5, soon())).isEqualTo(lines.subList(0, 5));
        assertThat(log().after(5, 5, soon())).isEqualTo(lines.subList(5, 10));
        assertThat(log().after(10, 5, soon())).isEqualTo(lines.subList(10, 12));
        assertThat(log().after(12, 5, soon())).isEmpty();
        assertThat(log().after(Long.MAX_VALUE, 5, soon())).isEmpty();
    }

    @Test
    default void open_concurrently_numbersWithoutGap() {
        List<RemovalEntry> appended = appendConcurrently();
        appended.sort(Comparator.comparingLong(RemovalEntry::seq));
        assertThat(appended)
                .extracting(RemovalEntry::seq)
                .isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(log().after(0, 1000, soon())).isEqualTo(appended);
    }

    @Test
    default void after_whileOthersAppend_showsNoLineBelowOneAlreadySeen() {
        List<RemovalEntry> seen =
                Race.of(9, thread -> thread < 8 ? append(thread) : follow()).get(8);
        assertThat(seen).isEqualTo(log().after(0, 1000, soon()));
    }

    @Test
    default void forgetBefore_someTime_keepsLinesOfThatTimeAndLater() {
        log().open(SampleUsers.pseudonym("a"), AT.minusMillis(1), soon());
        RemovalEntry at = log().open(SampleUsers.pseudonym("b"), AT, soon());
        RemovalEntry later = log().open(SampleUsers.pseudonym("c"), AT.plusMillis(1), soon());
        log().forgetBefore(AT, soon());
        assertThat(all()).containsExactly(at, later);
        log().forgetBefore(AT, soon());
        assertThat(all()).containsExactly(at, later);
    }

    @Test
    default void forgetBefore_allAreOld_keepsTheNewestAndTheCount() {
        RemovalEntry opening = open("a");
        RemovalEntry newest = open("b");
        log().forgetBefore(AT.plusSeconds(1), soon());
        assertThat(all()).containsExactly(newest);
        RemovalEntry closing = log().close(opening, AT, soon());
        assertThat(closing).isEqualTo(new RemovalEntry(3, opening.auraId(), 1, AT));
        assertThat(all()).containsExactly(newest, closing);
    }

    @Test
    default void open_timesBetweenMilliseconds_areKeptToTheMillisecond() {
        Instant odd = Instant.parse("2031-02-03T04:05:06.789987654Z");
        RemovalEntry opening = log().open(SampleUsers.pseudonym("a"), odd, soon());
        RemovalEntry closing = log().close(opening, odd, soon());
        assertThat(opening.at()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(all()).containsExactly(opening, closing);
    }

    @Test
    default void open_oddPseudonyms_areKeptAsGiven() {
        for (String digit : List.of("0", "f", "e")) {
            HashedAuraId odd = new HashedAuraId(digit.repeat(64));
            RemovalEntry line = log().open(odd, Instant.EPOCH, soon());
            assertThat(line.auraId()).isEqualTo(odd);
            assertThat(all()).endsWith(line);
        }
    }

    @Test
    default void after_returnedListChanged_changesNothing() {
        RemovalEntry line = open("a");
        Calls.spoil(all());
        assertThat(all()).containsExactly(line);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        HashedAuraId auraId = SampleUsers.pseudonym("a");
        RemovalEntry opening = open("a");
        assertNullIsRefused("auraId", () -> log().open(nothing(), AT, soon()));
        assertNullIsRefused("at", () -> log().open(auraId, nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().open(auraId, AT, nothing()));
        assertNullIsRefused("opening", () -> log().close(nothing(), AT, soon()));
        assertNullIsRefused("at", () -> log().close(opening, nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().close(opening, AT, nothing()));
        assertNullIsRefused("deadline", () -> log().after(0, 1, nothing()));
        assertNullIsRefused("time", () -> log().forgetBefore(nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().forgetBefore(AT, nothing()));
        assertThat(all()).containsExactly(opening);
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        RemovalEntry opening = open("a");
        assertOutage(() -> log().open(opening.auraId(), AT, passed()));
        assertOutage(() -> log().close(opening, AT, passed()));
        assertOutage(() -> log().after(0, 1, passed()));
        assertOutage(() -> log().forgetBefore(AT, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        RemovalEntry opening = new RemovalEntry(1, SampleUsers.pseudonym("a"), 0, AT);
        OutageCheck.ofStore(RemovalLog.class, this::log)
                .fails((log, deadline) -> log.open(opening.auraId(), AT, deadline))
                .fails((log, deadline) -> log.close(opening, AT, deadline))
                .fails((log, deadline) -> log.after(0, 1, deadline))
                .fails((log, deadline) -> log.forgetBefore(AT, deadline))
                .whenAway(this);
    }

    private RemovalEntry open(String name) {
        return log().open(SampleUsers.pseudonym(name), AT, soon());
    }

    private List<RemovalEntry> all() {
        return log().after(0, 1000, soon());
    }

    private List<RemovalEntry> appendConcurrently() {
        return new ArrayList<>(
                Race.of(8, this::append).stream().flatMap(List::stream).toList());
    }

    /** Fifty lines, each opening followed by its closing. */
    private List<RemovalEntry> append(int thread) {
        List<RemovalEntry> appended = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            RemovalEntry opening = open("thread-" + thread + "-" + i);
            appended.add(opening);
            appended.add(log().close(opening, AT, soon()));
        }
        return appended;
    }

    /** Reads on from the last line seen, as every instance does, but without a pause, so as to be at the very end. */
    private List<RemovalEntry> follow() {
        Deadline end = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        List<RemovalEntry> seen = new ArrayList<>();
        while (seen.size() < 400 && !end.hasPassed()) {
            for (RemovalEntry line : log().after(seen.size(), 1000, soon())) {
                seen.add(line);
                assertThat(line.seq()).isEqualTo(seen.size());
            }
        }
        return seen;
    }
}
