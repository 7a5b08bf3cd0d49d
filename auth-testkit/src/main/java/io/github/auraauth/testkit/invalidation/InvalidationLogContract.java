package io.github.auraauth.testkit.invalidation;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link InvalidationLog}. An adapter's test implements it: {@code log()} gives a log without a line
 * when a test begins.
 */
public interface InvalidationLogContract extends OutageContract {
    /** When the kit's lines were written. */
    Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The log under test. */
    InvalidationLog log();

    @Test
    default void after_noLine_isEmpty() {
        assertThat(log().after(0, 10, soon())).isEmpty();
        log().forgetBefore(AT, soon());
        assertThat(log().after(0, 10, soon())).isEmpty();
    }

    @Test
    default void open_firstLine_hasNumberOne() {
        InvalidationEntry opening = open("a");
        assertThat(opening).isEqualTo(new InvalidationEntry(1, SampleUsers.pseudonym("a"), 0, AT));
        assertThat(all()).containsExactly(opening);
    }

    @Test
    default void close_opening_namesIt() {
        open("a");
        InvalidationEntry opening = open("b");
        InvalidationEntry closing = log().close(opening, AT.plusMillis(1), soon());
        assertThat(closing).isEqualTo(new InvalidationEntry(3, SampleUsers.pseudonym("b"), 2, AT.plusMillis(1)));
        assertThat(all()).endsWith(opening, closing);
    }

    @Test
    default void close_twice_appendsTwoLines() {
        InvalidationEntry opening = open("a");
        InvalidationEntry first = log().close(opening, AT, soon());
        InvalidationEntry second = log().close(opening, AT, soon());
        assertThat(all()).containsExactly(opening, first, second);
        assertThat(second.opening()).isEqualTo(opening.seq());
    }

    @Test
    default void open_sameAuraIdTwice_appendsTwoLines() {
        assertThat(List.of(open("a"), open("a"))).isEqualTo(all());
    }

    @Test
    default void after_someNumber_givesTheNextByRisingNumber() {
        List<InvalidationEntry> lines = new ArrayList<>();
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
        List<InvalidationEntry> appended = appendConcurrently();
        appended.sort(Comparator.comparingLong(InvalidationEntry::seq));
        assertThat(appended)
                .extracting(InvalidationEntry::seq)
                .isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(log().after(0, 1000, soon())).isEqualTo(appended);
    }

    @Test
    default void after_whileOthersAppend_showsNoLineBelowOneAlreadySeen() {
        List<InvalidationEntry> seen =
                Race.of(9, thread -> thread < 8 ? append(thread) : follow()).get(8);
        assertThat(seen).isEqualTo(log().after(0, 1000, soon()));
    }

    @Test
    default void forgetBefore_someTime_keepsLinesOfThatTimeAndLater() {
        log().open(SampleUsers.pseudonym("a"), AT.minusMillis(1), soon());
        InvalidationEntry at = log().open(SampleUsers.pseudonym("b"), AT, soon());
        InvalidationEntry later = log().open(SampleUsers.pseudonym("c"), AT.plusMillis(1), soon());
        log().forgetBefore(AT, soon());
        assertThat(all()).containsExactly(at, later);
        log().forgetBefore(AT, soon());
        assertThat(all()).containsExactly(at, later);
    }

    @Test
    default void forgetBefore_allAreOld_keepsTheNewestAndTheCount() {
        InvalidationEntry opening = open("a");
        InvalidationEntry newest = open("b");
        log().forgetBefore(AT.plusSeconds(1), soon());
        assertThat(all()).containsExactly(newest);
        InvalidationEntry closing = log().close(opening, AT, soon());
        assertThat(closing).isEqualTo(new InvalidationEntry(3, opening.auraId(), 1, AT));
        assertThat(all()).containsExactly(newest, closing);
    }

    @Test
    default void open_timesBetweenMilliseconds_areKeptToTheMillisecond() {
        Instant odd = Instant.parse("2031-02-03T04:05:06.789987654Z");
        InvalidationEntry opening = log().open(SampleUsers.pseudonym("a"), odd, soon());
        InvalidationEntry closing = log().close(opening, odd, soon());
        assertThat(opening.at()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(all()).containsExactly(opening, closing);
    }

    @Test
    default void open_oddPseudonyms_areKeptAsGiven() {
        for (String digit : List.of("0", "f", "e")) {
            HashedAuraId odd = new HashedAuraId(digit.repeat(64));
            InvalidationEntry line = log().open(odd, Instant.EPOCH, soon());
            assertThat(line.auraId()).isEqualTo(odd);
            assertThat(all()).endsWith(line);
        }
    }

    @Test
    default void after_returnedListChanged_changesNothing() {
        InvalidationEntry line = open("a");
        PortCalls.spoil(all());
        assertThat(all()).containsExactly(line);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        HashedAuraId auraId = SampleUsers.pseudonym("a");
        InvalidationEntry opening = open("a");
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
        InvalidationEntry opening = open("a");
        assertOutage(() -> log().open(opening.auraId(), AT, passed()));
        assertOutage(() -> log().close(opening, AT, passed()));
        assertOutage(() -> log().after(0, 1, passed()));
        assertOutage(() -> log().forgetBefore(AT, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        InvalidationEntry opening = new InvalidationEntry(1, SampleUsers.pseudonym("a"), 0, AT);
        OutageCheck.ofStore(InvalidationLog.class, this::log)
                .fails((log, deadline) -> log.open(opening.auraId(), AT, deadline))
                .fails((log, deadline) -> log.close(opening, AT, deadline))
                .fails((log, deadline) -> log.after(0, 1, deadline))
                .fails((log, deadline) -> log.forgetBefore(AT, deadline))
                .whenAway(this);
    }

    private InvalidationEntry open(String name) {
        return log().open(SampleUsers.pseudonym(name), AT, soon());
    }

    private List<InvalidationEntry> all() {
        return log().after(0, 1000, soon());
    }

    private List<InvalidationEntry> appendConcurrently() {
        return new ArrayList<>(
                Race.of(8, this::append).stream().flatMap(List::stream).toList());
    }

    /** Fifty lines, each opening followed by its closing. */
    private List<InvalidationEntry> append(int thread) {
        List<InvalidationEntry> appended = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            InvalidationEntry opening = open("thread-" + thread + "-" + i);
            appended.add(opening);
            appended.add(log().close(opening, AT, soon()));
        }
        return appended;
    }

    /** Reads on from the last line seen, as every instance does, but without a pause, so as to be at the very end. */
    private List<InvalidationEntry> follow() {
        Deadline end = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        List<InvalidationEntry> seen = new ArrayList<>();
        while (seen.size() < 400 && !end.hasPassed()) {
            for (InvalidationEntry line : log().after(seen.size(), 1000, soon())) {
                seen.add(line);
                assertThat(line.seq()).isEqualTo(seen.size());
            }
        }
        return seen;
    }
}
