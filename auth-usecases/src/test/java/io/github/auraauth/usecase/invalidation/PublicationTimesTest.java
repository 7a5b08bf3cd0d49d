package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublicationTimesTest {
    private static final Instant START = Instant.EPOCH;

    private final PublicationTimes times = new PublicationTimes();

    @Test
    void lastBefore_publicationsFarApart_isTheLastBeforeThatTime() {
        times.note(3, START);
        times.note(5, START.plusSeconds(60));

        assertThat(times.lastBefore(START)).isZero();
        assertThat(times.lastBefore(START.plusMillis(1))).isEqualTo(3);
        assertThat(times.lastBefore(START.plusSeconds(60))).isEqualTo(3);
        assertThat(times.lastBefore(START.plusSeconds(61))).isEqualTo(5);
    }

    @Test
    void lastBefore_publicationsCloseTogether_areTakenForTheLastOfTenSeconds() {
        for (int second = 0; second <= 25; second++) {
            times.note(second + 1, START.plusSeconds(second));
        }

        assertThat(times.lastBefore(START.plusSeconds(9))).isZero();
        assertThat(times.lastBefore(START.plusSeconds(10))).isEqualTo(10);
        assertThat(times.lastBefore(START.plusSeconds(20))).isEqualTo(20);
        assertThat(times.lastBefore(START.plusSeconds(26))).isEqualTo(26);
    }

    @Test
    void note_nothingNew_makesNothingYounger() {
        times.note(3, START);
        times.note(3, START.plusSeconds(5));

        assertThat(times.lastBefore(START.plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void forgetBefore_pendingBetweenTwoPublications_leavesItAndItsTime() {
        times.note(3, START);
        times.note(6, START.plusSeconds(60));

        assertThat(times.forgetBefore(START.plusSeconds(61), new TreeMap<>(Map.of(5L, "pending"))))
                .isTrue();

        assertThat(times.firstKept()).isEqualTo(5);
        assertThat(times.lastBefore(START.plusSeconds(60))).isZero();
        assertThat(times.lastBefore(START.plusSeconds(61))).isEqualTo(6);
    }

    @Test
    void forgetBefore_nothingOlder_forgetsNothing() {
        times.note(3, START);
        SortedMap<Long, String> none = new TreeMap<>();

        assertThat(times.forgetBefore(START, none)).isFalse();
        assertThat(times.firstKept()).isEqualTo(1);
        assertThat(times.forgetBefore(START.plusSeconds(1), none)).isTrue();
        assertThat(times.forgetBefore(START.plusSeconds(1), none)).isFalse();
        assertThat(times.firstKept()).isEqualTo(4);
    }
}
