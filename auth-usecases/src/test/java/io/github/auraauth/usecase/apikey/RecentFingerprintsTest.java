package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.testkit.apikey.SampleApiKeys.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentFingerprintsTest {
    private final SettableClock clock = SettableClock.startingNow();
    private final RecentFingerprints recent =
            new RecentFingerprints(Duration.ofMinutes(10), Duration.ofMinutes(1), clock);

    @Test
    void contains_notedLately_forAsLongAsItIsKept() {
        assertThat(recent.contains(fingerprint("a"))).isFalse();
        recent.note(fingerprint("a"));
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(recent.contains(fingerprint("a"))).isTrue();
        assertThat(recent.contains(fingerprint("b"))).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(recent.contains(fingerprint("a"))).isFalse();
    }

    @Test
    void note_again_isRenewedOnceItIsOld() {
        assertThat(recent.note(fingerprint("a"))).isTrue();
        clock.advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(recent.note(fingerprint("a"))).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(recent.note(fingerprint("a"))).isTrue();
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(recent.contains(fingerprint("a"))).isTrue();
    }

    @Test
    void note_afterItWasForgotten_isNew() {
        recent.note(fingerprint("a"));
        recent.forget(fingerprint("a"));
        assertThat(recent.contains(fingerprint("a"))).isFalse();
        assertThat(recent.note(fingerprint("a"))).isTrue();
    }

    @Test
    void note_moreThanItHolds_findsAPlaceAndForgetsTheOldestOnly() {
        var lately = new RecentFingerprints(Duration.ofMinutes(10), Duration.ZERO, clock);
        lately.note(fingerprint("the oldest"));
        lately.note(fingerprint("in use"));
        for (int i = 0; i < 2 * RecentFingerprints.MOST; i++) {
            assertThat(lately.note(fingerprint("key-" + i))).isTrue();
            if (i % 1_000 == 0) {
                lately.note(fingerprint("in use"));
            }
        }
        assertThat(lately.contains(fingerprint("the oldest"))).isFalse();
        assertThat(lately.contains(fingerprint("in use"))).isTrue();
        assertThat(lately.contains(fingerprint("key-" + (2 * RecentFingerprints.MOST - 1))))
                .isTrue();
    }
}
