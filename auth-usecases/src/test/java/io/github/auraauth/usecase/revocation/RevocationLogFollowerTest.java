package io.github.auraauth.usecase.revocation;

import static io.github.auraauth.testkit.apikey.SampleApiKeys.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevocationLogFollowerTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final RevocationLogFollower follower = environment.follower();
    private Runnable meanwhile = () -> {};

    @Test
    void isCurrent_neverRead_isFalse() {
        assertThat(follower.isCurrent()).isFalse();
        assertThat(follower.known()).isSameAs(Revocations.NONE);
    }

    @Test
    void poll_emptyLog_isARead() {
        poll();
        assertThat(follower.isCurrent()).isTrue();
        assertThat(follower.known().version()).isZero();
    }

    @Test
    void poll_newLines_areKnown() {
        append("a");
        poll();
        append("b");
        poll();
        assertThat(follower.known().version()).isEqualTo(2);
        assertThat(follower.known().all()).hasSize(2);
    }

    @Test
    void poll_moreLinesThanABatch_readsToTheEndInBatches() {
        for (int i = 0; i < 2_000; i++) {
            append("key-" + i);
        }
        environment.dependencies.forget();
        poll();
        assertThat(follower.known().version()).isEqualTo(2_000);
        assertThat(environment.dependencies.asked()).containsExactly("after", "after", "after");
        poll();
        assertThat(environment.dependencies.asked()).hasSize(4);
    }

    @Test
    void poll_logAnswers_doesNotReadTheMirror() {
        environment.mirror.copy = Optional.of(mirrored(9, "z"));
        poll();
        assertThat(environment.dependencies.times("read", "version")).isZero();
        assertThat(follower.known().version()).isZero();
    }

    @Test
    void isCurrent_ageOfTheReading_isTrueToTheEdge() {
        poll();
        environment.clock.advance(KeyEnvironment.MAX_STALENESS);
        assertThat(follower.isCurrent()).isTrue();
        environment.clock.advance(Duration.ofNanos(1));
        assertThat(follower.isCurrent()).isFalse();
        poll();
        assertThat(follower.isCurrent()).isTrue();
    }

    @Test
    void isCurrent_readingThatTookLong_isAsOldAsItsBeginning() {
        environment.dependencies.slow(Duration.ofSeconds(20));
        follower.poll(environment.in(Duration.ofMinutes(2)));
        environment.dependencies.allBack();
        environment.clock.advance(Duration.ofSeconds(40));
        assertThat(follower.isCurrent()).isTrue();
        environment.clock.advance(Duration.ofNanos(1));
        assertThat(follower.isCurrent()).isFalse();
    }

    @Test
    void poll_logAway_readsTheMirror() {
        environment.mirror.copy = Optional.of(mirrored(7, "a"));
        environment.dependencies.away("after");
        poll();
        assertThat(follower.isCurrent()).isTrue();
        assertThat(follower.known().version()).isEqualTo(7);
        assertThat(follower.known().all()).containsExactly(revocation("a"));
    }

    @Test
    void poll_logSlow_leavesTheMirrorHalfTheTime() {
        environment.mirror.copy = Optional.of(mirrored(7, "a"));
        environment.dependencies.slow(Duration.ofSeconds(2));
        Instant before = environment.clock.instant();
        follower.poll(environment.in(Duration.ofSeconds(5)));
        assertThat(environment.dependencies.asked()).containsExactly("after");
        assertThat(follower.known().version()).isZero();

        environment.dependencies.slow(Duration.ofSeconds(1));
        assertThatThrownBy(() -> follower.poll(environment.in(Duration.ofSeconds(1))))
                .isInstanceOf(Outage.class);
        assertThat(environment.dependencies.asked()).containsExactly("after", "after", "read");
        assertThat(Duration.between(before, environment.clock.instant())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void poll_mirrorAbsentOrOfALowerVersion_countsAsNotRead() {
        append("a");
        append("b");
        poll();
        environment.dependencies.away("after");
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusNanos(1));

        assertUnread();
        environment.mirror.copy = Optional.of(mirrored(1, "a"));
        assertUnread();
        environment.mirror.copy = Optional.of(mirrored(2, "a", "b"));
        poll();
        assertThat(follower.isCurrent()).isTrue();
    }

    @Test
    void poll_bothAway_keepsWhatIsKnownAndRecoversByItself() {
        append("a");
        poll();
        environment.dependencies.away("after", "read");
        assertThatThrownBy(this::poll).isInstanceOf(Outage.Unavailable.class);
        assertThat(follower.isCurrent()).as("for a minute").isTrue();
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusNanos(1));
        assertUnread();
        assertThat(follower.known().all()).containsExactly(revocation("a"));

        environment.dependencies.allBack();
        poll();
        assertThat(follower.isCurrent()).isTrue();
    }

    @Test
    void poll_logAwayBetweenTwoBatches_keepsWhatWasRead() {
        RevocationLog log = failingFrom(2);
        var other = new RevocationLogFollower(log, environment.mirror, KeyEnvironment.MAX_STALENESS, environment.clock);
        for (int i = 0; i < 1_500; i++) {
            append("key-" + i);
        }
        assertThatThrownBy(() -> other.poll(environment.soon())).isInstanceOf(Outage.class);
        assertThat(other.known().version()).isEqualTo(1_000);
        assertThat(other.isCurrent()).isFalse();

        other.poll(environment.soon());
        assertThat(other.known().version()).isEqualTo(1_500);
        assertThat(other.isCurrent()).isTrue();
    }

    @Test
    void poll_logBackAfterTheMirror_readsOnWhereTheMirrorEnded() {
        append("a");
        append("b");
        append("c");
        environment.mirror.copy = Optional.of(mirrored(2, "a", "b"));
        environment.dependencies.away("after");
        poll();
        environment.dependencies.allBack();
        poll();
        assertThat(follower.known().version()).isEqualTo(3);
        assertThat(follower.known().all()).hasSize(3);
    }

    @Test
    void poll_overtakenByAnotherThread_doesNotGoBack() {
        append("a");
        RevocationLog overtaken = new RevocationLog() {
            @Override
            public RevocationEntry append(Revocation revocation, Deadline deadline) {
                throw new AssertionError("nobody appends");
            }

            @Override
            public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
                List<RevocationEntry> early = environment.log.after(seq, most, deadline);
                meanwhile.run();
                return early;
            }
        };
        var shared = new RevocationLogFollower(
                overtaken, environment.mirror, KeyEnvironment.MAX_STALENESS, environment.clock);
        meanwhile = () -> {
            meanwhile = () -> {};
            append("b");
            shared.poll(environment.soon());
        };

        shared.poll(environment.soon());

        assertThat(shared.known().version()).isEqualTo(2);
    }

    @Test
    void poll_logSetBack_learnsWhatIsRevokedNextAndForgetsNothing() {
        append("a");
        append("b");
        append("c");
        poll();
        setBackTo(1);
        poll();
        assertThat(follower.known().version()).isOne();
        append("d");
        poll();
        assertThat(follower.known().version()).isEqualTo(2);
        assertKnown("a", "b", "c", "d");
    }

    @Test
    void poll_logSetBackAndAtTheSameNumberAgain_learnsWhatStandsThere() {
        append("a");
        append("b");
        poll();
        setBackTo(0);
        append("c");
        append("d");
        poll();
        assertKnown("a", "b", "c", "d");
        assertThat(follower.known().version()).isEqualTo(2);
    }

    @Test
    void poll_logSetBackAndLongerThanBefore_learnsWhatStandsBelow() {
        append("a");
        append("b");
        poll();
        setBackTo(1);
        append("c");
        append("d");
        append("e");
        poll();
        assertKnown("a", "b", "c", "d", "e");
        assertThat(follower.known().version()).isEqualTo(4);
    }

    @Test
    void poll_logEmptiedAndMoreThanABatch_learnsAll() {
        append("a");
        poll();
        setBackTo(0);
        for (int i = 0; i < 2_500; i++) {
            append("key-" + i);
        }
        poll();
        assertThat(follower.known().version()).isEqualTo(2_500);
        assertThat(follower.known().all()).hasSize(2_501);
    }

    @Test
    void poll_mirrorOfAnotherSet_addsItToWhatIsKnown() {
        append("a");
        poll();
        environment.mirror.copy = Optional.of(mirrored(7, "z"));
        environment.dependencies.away("after");
        poll();
        assertKnown("a", "z");
        assertThat(follower.known().version()).isEqualTo(7);
    }

    @Test
    void poll_logBackBelowTheMirror_learnsWhatIsRevokedThere() {
        environment.mirror.copy = Optional.of(mirrored(7, "z"));
        environment.dependencies.away("after");
        poll();
        environment.dependencies.allBack();
        append("a");
        poll();
        assertKnown("a", "z");
        assertThat(follower.known().version()).isOne();
    }

    private RevocationLog failingFrom(int read) {
        return new RevocationLog() {
            private int reads;

            @Override
            public RevocationEntry append(Revocation revocation, Deadline deadline) {
                throw new AssertionError("nobody appends");
            }

            @Override
            public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
                reads++;
                if (reads == read) {
                    throw new Outage.TimedOut("the log of the test");
                }
                return environment.log.after(seq, most, deadline);
            }
        };
    }

    private void assertUnread() {
        assertThatThrownBy(this::poll).isInstanceOf(Outage.class);
        assertThat(follower.isCurrent()).isFalse();
    }

    private void poll() {
        follower.poll(environment.soon());
    }

    private void setBackTo(int kept) {
        environment.log.setBackTo(kept, environment.soon());
    }

    private void assertKnown(String... names) {
        assertThat(follower.known().all())
                .containsExactlyInAnyOrderElementsOf(mirrored(0, names).all());
    }

    private void append(String name) {
        environment.log.append(revocation(name), environment.soon());
    }

    private static Revocations mirrored(long version, String... names) {
        return Revocations.of(
                version,
                List.of(names).stream()
                        .map(RevocationLogFollowerTest::revocation)
                        .toList());
    }

    private static Revocation revocation(String name) {
        return Revocation.ofKey(fingerprint(name), Instant.EPOCH);
    }
}
