package io.github.auraauth.usecase.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryRevocationLog;
import io.github.auraauth.adapter.memory.InMemoryRevocationMirror;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.Outage;
import io.github.auraauth.port.out.RevocationLog;
import io.github.auraauth.port.out.RevocationMirror;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevocationWatchTest {
    private static final Duration STALENESS = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final SettableClock clock = SettableClock.startingNow();
    private final RevocationLog lines = new InMemoryRevocationLog();
    private final RevocationMirror copy = new InMemoryRevocationMirror();
    private boolean logAway;
    private boolean mirrorAway;
    private final RevocationWatch watch = new RevocationWatch(log(), mirror(), STALENESS, clock);

    @Test
    void isCurrent_neverRead_isFalseAndNothingIsMirrored() {
        assertThat(watch.isCurrent()).isFalse();
        watch.mirror(soon());
        assertThat(copy.read(soon())).isEmpty();
    }

    @Test
    void poll_moreThanABatch_readsAll() {
        for (int i = 0; i < 2_500; i++) {
            lines.append(Revocation.ofConsumer("app-" + i, AT), soon());
        }
        watch.poll(soon());
        assertThat(watch.known().version()).isEqualTo(2_500);
        assertThat(watch.known().all()).hasSize(2_500);
        assertThat(watch.isCurrent()).isTrue();
    }

    @Test
    void isCurrent_asLongAsTheStalenessAllows() {
        watch.poll(soon());
        logAway = true;
        clock.advance(STALENESS);
        assertThat(watch.isCurrent()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(watch.isCurrent()).isFalse();
        assertThatThrownBy(() -> watch.poll(soon())).isInstanceOf(Outage.class);
        assertThat(watch.isCurrent()).isFalse();
        logAway = false;
        watch.poll(soon());
        assertThat(watch.isCurrent()).isTrue();
    }

    @Test
    void poll_logAway_readsTheMirrorAndGoesOnInTheLogAfterwards() {
        lines.append(Revocation.ofConsumer("a", AT), soon());
        watch.poll(soon());
        copy.offer(Revocations.of(2, List.of(Revocation.ofConsumer("a", AT), Revocation.ofConsumer("b", AT))), soon());
        logAway = true;
        clock.advance(STALENESS.plusSeconds(1));
        watch.poll(soon());
        assertThat(watch.isCurrent()).isTrue();
        assertThat(watch.known().version()).isEqualTo(2);
        logAway = false;
        lines.append(Revocation.ofConsumer("b", AT), soon());
        lines.append(Revocation.ofConsumer("c", AT), soon());
        watch.poll(soon());
        assertThat(watch.known().version()).isEqualTo(3);
        assertThat(watch.known().all()).hasSize(3);
    }

    @Test
    void poll_logAwayAndMirrorBehind_countsAsNotRead() {
        lines.append(Revocation.ofConsumer("a", AT), soon());
        watch.poll(soon());
        copy.offer(Revocations.NONE, soon());
        logAway = true;
        clock.advance(STALENESS.plusSeconds(1));
        assertThatThrownBy(() -> watch.poll(soon())).isInstanceOf(Outage.class).hasMessageContaining("log");
        assertThat(watch.isCurrent()).isFalse();
        assertThat(watch.known().version()).as("what is known stays").isEqualTo(1);
    }

    @Test
    void poll_bothAway_tellsOfTheLog() {
        logAway = true;
        mirrorAway = true;
        assertThatThrownBy(() -> watch.poll(soon())).isInstanceOf(Outage.class).hasMessageContaining("log");
    }

    @Test
    void mirror_absentOrBehind_isBroughtUpToDate() {
        watch.poll(soon());
        watch.mirror(soon());
        assertThat(copy.version(soon())).contains(0L);
        lines.append(Revocation.ofConsumer("a", AT), soon());
        watch.poll(soon());
        watch.mirror(soon());
        assertThat(copy.version(soon())).contains(1L);
        mirrorAway = true;
        assertThatThrownBy(() -> watch.mirror(soon())).isInstanceOf(Outage.class);
    }

    private RevocationLog log() {
        return new RevocationLog() {
            @Override
            public RevocationEntry append(Revocation revocation, Deadline deadline) {
                return lines.append(revocation, deadline);
            }

            @Override
            public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
                if (logAway) {
                    throw new Outage.TimedOut("log");
                }
                return lines.after(seq, most, deadline);
            }
        };
    }

    private RevocationMirror mirror() {
        return new RevocationMirror() {
            @Override
            public Optional<Revocations> read(Deadline deadline) {
                check();
                return copy.read(deadline);
            }

            @Override
            public Optional<Long> version(Deadline deadline) {
                check();
                return copy.version(deadline);
            }

            @Override
            public void offer(Revocations all, Deadline deadline) {
                check();
                copy.offer(all, deadline);
            }

            private void check() {
                if (mirrorAway) {
                    throw new Outage.TimedOut("mirror");
                }
            }
        };
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), clock);
    }
}
