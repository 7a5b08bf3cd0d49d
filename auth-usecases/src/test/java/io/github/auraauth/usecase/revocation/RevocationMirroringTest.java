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
    void mirror_ofTheSameOrAHigherVersion_isLeftAlone() {
        revoke("a");
        follower.poll(environment.soon());
        for (long version : List.of(1L, 2L)) {
            environment.mirror.copy = Optional.of(Revocations.of(version, List.of()));
            mirror();
        }
        assertThat(environment.dependencies.times("offer")).isZero();
        assertThat(environment.dependencies.times("read"))
                .as("its version will do")
                .isZero();
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
