package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    void forget_belowANumberBetweenTwoPublications_leavesTheTimeOfWhatIsLeft() {
        times.note(3, START);
        times.note(6, START.plusSeconds(60));

        times.forget(5);

        assertThat(times.lastBefore(START.plusSeconds(60))).isZero();
        assertThat(times.lastBefore(START.plusSeconds(61))).isEqualTo(6);
    }
}
