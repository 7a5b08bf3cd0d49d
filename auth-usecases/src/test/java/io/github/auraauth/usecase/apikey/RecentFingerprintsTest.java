package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.testkit.apikey.SampleApiKeys.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentFingerprintsTest {
    private final SettableClock clock = SettableClock.startingNow();
    private final RecentFingerprints recent = new RecentFingerprints(Duration.ofMinutes(10), Duration.ofMinutes(1));

    @Test
    void contains_notedLately_forAsLongAsItIsKept() {
        assertThat(recent.contains(fingerprint("a"), clock.instant())).isFalse();
        recent.note(fingerprint("a"), clock.instant());
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(recent.contains(fingerprint("a"), clock.instant())).isTrue();
        assertThat(recent.contains(fingerprint("b"), clock.instant())).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(recent.contains(fingerprint("a"), clock.instant())).isFalse();
    }

    @Test
    void note_again_isRenewedOnceItIsOld() {
        assertThat(recent.note(fingerprint("a"), clock.instant())).isTrue();
        clock.advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(recent.note(fingerprint("a"), clock.instant())).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(recent.note(fingerprint("a"), clock.instant())).isTrue();
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(recent.contains(fingerprint("a"), clock.instant())).isTrue();
    }

    @Test
    void note_afterItWasForgotten_isNew() {
        recent.note(fingerprint("a"), clock.instant());
        recent.forget(fingerprint("a"));
        assertThat(recent.contains(fingerprint("a"), clock.instant())).isFalse();
        assertThat(recent.note(fingerprint("a"), clock.instant())).isTrue();
    }

    @Test
    void note_moreThanItHolds_findsAPlaceAndForgetsTheOldestOnly() {
        var lately = new RecentFingerprints(Duration.ofMinutes(10), Duration.ZERO);
        lately.note(fingerprint("the oldest"), clock.instant());
        lately.note(fingerprint("in use"), clock.instant());
        for (int i = 0; i < 2 * RecentFingerprints.MOST; i++) {
            assertThat(lately.note(fingerprint("key-" + i), clock.instant())).isTrue();
            if (i % 1_000 == 0) {
                lately.note(fingerprint("in use"), clock.instant());
            }
        }
        assertThat(lately.contains(fingerprint("the oldest"), clock.instant())).isFalse();
        assertThat(lately.contains(fingerprint("in use"), clock.instant())).isTrue();
        assertThat(lately.contains(fingerprint("key-" + (2 * RecentFingerprints.MOST - 1)), clock.instant()))
                .isTrue();
    }
}
