package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mirror of revocations when Redis fails, or somebody else writes to it. */
class RedisRevocationMirrorTest {
    private static final Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");
    private static final String KEY = "revocations";

    private RedisProcess redis;
    private OpenCache open;
    private RevocationMirror mirror;

    @BeforeEach
    void start() {
        redis = RedisServers.single();
        open = Caches.connected(Configs.single(redis));
        mirror = open.mirror();
        mirror.offer(of(5, "app-five"), soon());
    }

    @AfterEach
    void stop() {
        open.close();
        redis.close();
    }

    @Test
    void anyCall_frozen_isTimedOutWithinItsDeadline() {
        redis.freeze();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> mirror.read(in(300)), () -> mirror.version(in(300)), () -> mirror.offer(of(6, "a"), in(300)))) {
            long start = System.nanoTime();
            assertThatThrownBy(call).isInstanceOf(Outage.TimedOut.class).hasMessageContaining("redis");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(250), Duration.ofMillis(900));
        }
        redis.thaw();
        Eventually.holds("the mirror is read again", () -> isRead(5));
    }

    @Test
    void read_connectionGone_isUnavailable() {
        open.close();
        assertThatThrownBy(() -> mirror.read(soon())).isInstanceOf(Outage.Unavailable.class);
        assertThatThrownBy(() -> mirror.offer(of(6, "a"), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void read_flushed_isAbsentAndWrittenAnewAtAnyVersion() {
        redis.cli("flushall");
        assertThat(mirror.read(soon())).isEmpty();
        mirror.offer(of(2, "app-two"), soon());
        assertThat(isRead(2)).isTrue();
    }

    @Test
    void read_somethingElseInItsPlace_isAbsentAndWrittenAnew() {
        redis.cli("hset", KEY, "version", "99999999", "set", "nothing");
        assertThat(mirror.version(soon())).isEmpty();
        assertThat(mirror.read(soon())).isEmpty();
        mirror.offer(of(6, "app-six"), soon());
        assertThat(isRead(6)).isTrue();
    }

    @Test
    void read_versionInThePlaceOfTheSet_isAbsent() {
        String version = redis.cli(
                "eval", "return redis.call('HSET', KEYS[1], 'set', redis.call('HGET', KEYS[1], 'version'))", "1", KEY);
        assertThat(version).contains("0");
        assertThat(mirror.read(soon())).isEmpty();
    }

    @Test
    void read_olderCopyPutBack_hasItsOlderVersion() {
        redis.cli("copy", KEY, "old");
        mirror.offer(of(6, "app-six"), soon());
        redis.cli("copy", "old", KEY, "replace");
        assertThat(mirror.read(soon()).orElseThrow().version()).isEqualTo(5);
    }

    @Test
    void read_sealedUnderAKeyThatIsGone_isAbsentAndWrittenAnew() {
        try (OpenCache other = OpenCache.open(Configs.single(redis), Caches.cipher("y"), InstantSource.system())) {
            Caches.awaitAnswer(other);
            assertThat(other.mirror().read(soon())).isEmpty();
            assertThat(other.mirror().version(soon())).isEmpty();
            other.mirror().offer(of(3, "app-three"), soon());
            assertThat(other.mirror().read(soon()).orElseThrow().version()).isEqualTo(3);
        }
    }

    @Test
    void offer_anySet_leavesNothingReadable() {
        mirror.offer(
                Revocations.of(
                        7,
                        List.of(
                                Revocation.ofConsumer("canary-consumer", AT),
                                Revocation.ofKeyId(SampleApiKeys.id(0xabcdef), AT),
                                Revocation.ofKey(SampleApiKeys.fingerprint("canary"), AT))),
                soon());
        String written = redis.cli("hgetall", KEY);
        assertThat(written)
                .isNotEmpty()
                .doesNotContain("canary")
                .doesNotContain(SampleApiKeys.id(0xabcdef))
                .doesNotContain(SampleApiKeys.fingerprint("canary").hex());
        assertThat(redis.cli("keys", "*").strip()).isEqualTo(KEY);
        assertThat(redis.cli("ttl", KEY).strip()).isEqualTo("-1");
    }

    private boolean isRead(long version) {
        try {
            return mirror.read(in(500))
                    .filter(copy -> copy.version() == version)
                    .isPresent();
        } catch (Outage stillAway) {
            return false;
        }
    }

    private static Revocations of(long version, String consumer) {
        return Revocations.of(version, List.of(Revocation.ofConsumer(consumer, AT)));
    }

    private static Deadline soon() {
        return in(5_000);
    }

    private static Deadline in(int millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }
}
