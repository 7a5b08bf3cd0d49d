package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.testkit.ApiKeyEntries.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentFingerprintsTest {
    private static final int MOST = 100_000;

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
    void note_moreThanItHolds_keepsThoseThereAndTakesNewOnesWhenTheyAreOld() {
        for (int i = 0; i < MOST; i++) {
            recent.note(fingerprint("key-" + i));
        }
        assertThat(recent.note(fingerprint("one too many"))).isFalse();
        assertThat(recent.contains(fingerprint("one too many"))).isFalse();
        assertThat(recent.contains(fingerprint("key-0"))).isTrue();

        clock.advance(Duration.ofMinutes(10));
        assertThat(recent.note(fingerprint("one too many"))).isTrue();
        assertThat(recent.contains(fingerprint("one too many"))).isTrue();
    }
}
