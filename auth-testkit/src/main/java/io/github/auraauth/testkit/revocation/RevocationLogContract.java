package io.github.auraauth.testkit.revocation;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link RevocationLog}. An adapter's test implements it: {@code log()} gives a log without a line when a
 * test begins.
 */
public interface RevocationLogContract extends OutageContract {
    /** When the kit's keys are revoked. */
    Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The log under test. */
    RevocationLog log();

    @Test
    default void after_noLine_isEmpty() {
        assertThat(log().after(0, 10, soon())).isEmpty();
        assertThat(log().after(7, 10, soon())).isEmpty();
    }

    @Test
    default void append_firstLine_hasNumberOne() {
        Revocation revocation = Revocation.ofConsumer("kernel", AT);
        assertThat(log().append(revocation, soon())).isEqualTo(new RevocationEntry(1, revocation));
        assertThat(all()).containsExactly(new RevocationEntry(1, revocation));
    }

    @Test
    default void append_everyKind_isKeptAsGiven() {
        List<Revocation> given = List.of(
                Revocation.ofKey(SampleApiKeys.fingerprint("a"), AT),
                Revocation.ofKeyId(SampleApiKeys.id(1), AT.plusSeconds(604_800)),
                Revocation.ofConsumer("a/*._-".repeat(10), Instant.EPOCH));
        given.forEach(revocation -> log().append(revocation, soon()));
        assertThat(all()).extracting(RevocationEntry::revocation).isEqualTo(given);
    }

    @Test
    default void append_sameTwice_appendsTwoLines() {
        Revocation revocation = Revocation.ofConsumer("kernel", AT);
        log().append(revocation, soon());
        assertThat(log().append(revocation, soon()).seq()).isEqualTo(2);
        assertThat(all()).hasSize(2);
    }

    @Test
    default void append_timeBetweenMilliseconds_isKeptToTheMillisecond() {
        Instant odd = Instant.parse("2031-02-03T04:05:06.789987654Z");
        RevocationEntry line = log().append(Revocation.ofConsumer("kernel", odd), soon());
        assertThat(line.revocation().at()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(all()).containsExactly(line);
    }

    @Test
    default void after_someNumber_givesTheNextByRisingNumber() {
        List<RevocationEntry> lines = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            lines.add(log().append(Revocation.ofConsumer("app-" + i, AT), soon()));
        }
        assertThat(log().after(0, 5, soon())).isEqualTo(lines.subList(0, 5));
        assertThat(log().after(5, 60, soon())).isEqualTo(lines.subList(5, 65));
        assertThat(log().after(65, 1000, soon())).isEqualTo(lines.subList(65, 70));
        assertThat(log().after(70, 5, soon())).isEmpty();
        assertThat(log().after(Long.MAX_VALUE, 5, soon())).isEmpty();
    }

    @Test
    default void append_concurrently_numbersWithoutGap() {
        List<RevocationEntry> appended = new ArrayList<>(Race.of(
                40, number -> log().append(Revocation.ofConsumer("app-" + number, AT), soon())));
        appended.sort(Comparator.comparingLong(RevocationEntry::seq));
        assertThat(appended)
                .extracting(RevocationEntry::seq)
                .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(all()).isEqualTo(appended);
    }

    @Test
    default void after_returnedListChanged_changesNothing() {
        RevocationEntry line = log().append(Revocation.ofConsumer("kernel", AT), soon());
        PortCalls.spoil(all());
        assertThat(all()).containsExactly(line);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("revocation", () -> log().append(nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().append(Revocation.ofConsumer("kernel", AT), nothing()));
        assertNullIsRefused("deadline", () -> log().after(0, 1, nothing()));
        assertThat(all()).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> log().append(Revocation.ofConsumer("kernel", AT), passed()));
        assertOutage(() -> log().after(0, 1, passed()));
        assertThat(all()).isEmpty();
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(RevocationLog.class, this::log)
                .fails((log, deadline) -> log.append(Revocation.ofConsumer("kernel", AT), deadline))
                .fails((log, deadline) -> log.after(0, 1, deadline))
                .whenAway(this);
    }

    private List<RevocationEntry> all() {
        return log().after(0, 1000, soon());
    }
}
