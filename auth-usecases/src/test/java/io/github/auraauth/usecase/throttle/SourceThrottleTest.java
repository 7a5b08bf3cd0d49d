package io.github.auraauth.usecase.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SourceThrottleTest {
    private static final int MANY_SOURCES = 200_000;
    private static final String SOURCE = "192.0.2.1";

    private final SettableClock clock = SettableClock.startingNow();
    private final SourceThrottle throttle = new SourceThrottle(3, clock);

    @Test
    void isClosedTo_asManyFailuresAsAllowed_isTrueForThatSource() {
        fail(throttle, SOURCE, 2);
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        fail(throttle, SOURCE, 1);
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
        assertThat(throttle.isClosedTo("192.0.2.2")).isFalse();
    }

    @Test
    void isClosedTo_minuteOfTheFirstFailureOver_isFalse() {
        fail(throttle, SOURCE, 1);
        clock.advance(Duration.ofSeconds(30));
        fail(throttle, SOURCE, 2);
        clock.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
        clock.advance(Duration.ofNanos(1));
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        fail(throttle, SOURCE, 2);
        assertThat(throttle.isClosedTo(SOURCE)).as("counted anew").isFalse();
    }

    @Test
    void isClosedTo_sourcesWithMinutesOfTheirOwn_openOneByOne() {
        fail(throttle, SOURCE, 3);
        clock.advance(Duration.ofSeconds(20));
        fail(throttle, "192.0.2.2", 3);
        clock.advance(Duration.ofSeconds(40));
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        assertThat(throttle.isClosedTo("192.0.2.2")).isTrue();
    }

    @Test
    void isClosedTo_off_isNeverTrue() {
        var off = new SourceThrottle(0, clock);
        fail(off, SOURCE, 1_000);
        assertThat(off.isClosedTo(SOURCE)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceThrottle(-1, clock))
                .withMessageContaining("perMinute");
    }

    @Test
    void noteFailure_manyThreads_losesNone() {
        var exact = new SourceThrottle(Race.THREADS + 1, clock);
        Race.of(number -> {
            exact.count(SOURCE);
            return number;
        });
        assertThat(exact.isClosedTo(SOURCE)).isFalse();
        exact.count(SOURCE);
        assertThat(exact.isClosedTo(SOURCE)).isTrue();
    }

    @Test
    void isClosedTo_aStrangerAfterAFloodOfSources_isFalse() {
        failFromMany(MANY_SOURCES);
        for (int i = 0; i < 3; i++) {
            fail(throttle, "192.0.2." + i, 1);
            fail(throttle, "198.51.100." + i, 2);
        }
        assertThat(throttle.isClosedTo("a stranger")).isFalse();
        assertThat(throttle.isClosedTo("192.0.2.0"))
                .as("one failure of its own")
                .isFalse();
    }

    @Test
    void isClosedTo_sourceThatFailsOnInAFlood_isTrueAsWithoutIt() {
        failFromMany(MANY_SOURCES);
        fail(throttle, SOURCE, 3);
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
    }

    @Test
    void isClosedTo_closedSourceInAFloodOfSingleFailures_isNotForgotten() {
        fail(throttle, SOURCE, 3);
        failFromMany(SourceCounts.NAMES / 2);
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
    }

    @Test
    void isClosedTo_manyNetworksOfOneSite_closesTheSiteAfterTenTimesAsMany() {
        for (int i = 0; i < 9; i++) {
            fail(throttle, network(0, i), 3);
        }
        fail(throttle, network(0, 9), 2);
        assertThat(throttle.isClosedTo(network(0, 10))).isFalse();
        fail(throttle, network(0, 11), 1);
        assertThat(throttle.isClosedTo(network(0, 10)))
                .as("its neighbours used the site's share up")
                .isTrue();
        assertThat(throttle.isClosedTo(network(1, 10))).as("another site").isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.isClosedTo(network(0, 10))).isFalse();
    }

    @Test
    void isClosedTo_neighbourOfANetworkThatFailsOnAndOn_isFalse() {
        fail(throttle, network(0, 0), 1_000);
        assertThat(throttle.isClosedTo(network(0, 0))).isTrue();
        assertThat(throttle.isClosedTo(network(0, 1))).isFalse();
    }

    @Test
    void noteFailure_aMillionSources_costsNeitherMemoryNorTime() throws InterruptedException {
        long before = heapAfterCollection();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> failFromMany(1_000_000));
        long most = before + SourceCounts.BYTES / 4;
        long after = heapAfterCollection();
        for (int i = 0; i < 20 && after > most; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            after = heapAfterCollection();
        }
        assertThat(after).as("nothing grows with the sources").isLessThan(most);
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        assertThat(SourceCounts.BYTES).as("as the ADR says").isEqualTo(2_621_440);
    }

    private static long heapAfterCollection() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void failFromMany(int sources) {
        for (int i = 0; i < sources; i++) {
            throttle.count(address(i));
        }
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static String network(int site, int number) {
        return "20010db8%04x%04x".formatted(site, number);
    }

    private static void fail(SourceThrottle throttle, String source, int times) {
        for (int i = 0; i < times; i++) {
            throttle.count(source);
        }
    }
}
