package io.github.auraauth.usecase.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the mirror is brought to what an instance knows. */
class RevocationMirroringTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final RevocationLogFollower follower = environment.follower();

    @Test
    void mirror_absentMirror_isWritten() {
        revoke("a");
        follower.poll(environment.soon());
        mirror();
        assertThat(environment.mirror.copy).hasValueSatisfying(copy -> {
            assertThat(copy.version()).isOne();
            assertThat(copy.all()).containsExactly(Revocation.ofConsumer("a", Instant.EPOCH));
        });
    }

    @Test
    void mirror_nothingRevokedYet_saysSo() {
        follower.poll(environment.soon());
        mirror();
        assertThat(environment.mirror.copy.map(Revocations::version)).contains(0L);
    }

    @Test
    void mirror_behind_isRewritten() {
        environment.mirror.copy = Optional.of(Revocations.NONE);
        revoke("a");
        follower.poll(environment.soon());
        mirror();
        assertThat(environment.mirror.copy.map(Revocations::version)).contains(1L);
    }

    @Test
    void mirror_ofTheSameVersion_isLeftAlone() {
        revoke("a");
        follower.poll(environment.soon());
        environment.mirror.copy = Optional.of(Revocations.of(1, List.of()));
        mirror();
        assertThat(environment.dependencies.times("offer", "replace")).isZero();
        assertThat(environment.dependencies.times("read"))
                .as("its version will do")
                .isZero();
    }

    @Test
    void mirror_ofOneWhoHasReadMore_isLeftAlone() {
        revoke("a");
        follower.poll(environment.soon());
        revoke("b");
        environment.mirror.copy = Optional.of(Revocations.of(2, List.of()));
        mirror();
        assertThat(environment.dependencies.times("offer", "replace", "read")).isZero();
        assertThat(follower.known().version()).isEqualTo(2);
    }

    @Test
    void mirror_ofBeforeTheLogWasSetBack_isReplacedByAllThatIsKnown() {
        revoke("a");
        follower.poll(environment.soon());
        environment.mirror.copy =
                Optional.of(Revocations.of(10, List.of(Revocation.ofConsumer("lost", Instant.EPOCH))));
        revoke("b");
        follower.poll(environment.soon());

        mirror();

        assertThat(environment.mirror.copy).hasValueSatisfying(copy -> {
            assertThat(copy.version()).isEqualTo(2);
            assertThat(copy.all()).extracting(Revocation::subject).containsExactlyInAnyOrder("a", "b", "lost");
        });
        assertThat(follower.known().all()).hasSize(3);
    }

    @Test
    void mirror_beyondALogThatIsAway_isLeftAlone() {
        follower.poll(environment.soon());
        environment.mirror.copy = Optional.of(Revocations.of(10, List.of()));
        environment.dependencies.away("after");
        assertThatThrownBy(this::mirror).isInstanceOf(Outage.class);
        assertThat(environment.mirror.copy.map(Revocations::version)).contains(10L);
    }

    @Test
    void mirror_beforeTheFirstRead_isNeverWritten() {
        environment.dependencies.away("after");
        assertThatThrownBy(() -> follower.poll(environment.soon())).isInstanceOf(Outage.class);
        mirror();
        assertThat(environment.mirror.copy).isEmpty();
    }

    @Test
    void mirror_firstReadWhileItAsksForTheVersion_writesNothingThatIsNotRead() {
        revoke("a");
        environment.mirror.meanwhile = () -> follower.poll(environment.soon());
        mirror();
        assertThat(environment.mirror.copy.map(Revocations::version)).isNotEqualTo(Optional.of(0L));
    }

    @Test
    void mirror_whatIsKnownIsStale_isNotWritten() {
        follower.poll(environment.soon());
        environment.dependencies.away("after");
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusNanos(1));

        mirror();

        assertThat(environment.mirror.copy).isEmpty();
        assertThatThrownBy(() -> follower.poll(environment.soon())).isInstanceOf(Outage.class);
        assertThat(follower.isCurrent()).as("by its own copy").isFalse();
    }

    @Test
    void mirror_away_isAnOutageAndChangesNothingElse() {
        follower.poll(environment.soon());
        for (String call : List.of("version", "offer")) {
            environment.dependencies.away(call);
            assertThatThrownBy(this::mirror).isInstanceOf(Outage.class);
        }
        assertThat(follower.isCurrent()).isTrue();
    }

    @Test
    void mirror_slow_leavesTheWriteHalfTheTime() {
        follower.poll(environment.soon());
        environment.dependencies.slow(Duration.ofMillis(749));
        mirror();
        assertThat(environment.mirror.copy).isPresent();
    }

    private void mirror() {
        follower.mirror(environment.soon());
    }

    private void revoke(String app) {
        environment.log.append(Revocation.ofConsumer(app, Instant.EPOCH), environment.soon());
    }
}
