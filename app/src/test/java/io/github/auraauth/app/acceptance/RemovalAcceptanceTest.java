package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("measuring")
class RemovalAcceptanceTest {
    private static final Duration WITHIN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void remove_onOneServer_isSeenOnTheOtherWithinASecond() throws InterruptedException {
        removeAfter(servers -> {}, servers -> {});
    }

    @Test
    void remove_withRedisFrozenJustBefore_isSeenWithinASecondAndAfterItsReturn() throws InterruptedException {
        removeAfter(servers -> servers.redis.freeze(), servers -> servers.redis.thaw());
    }

    @Test
    void remove_withRedisKilledJustBefore_isSeenWithinASecondAndAfterItsReturn() throws InterruptedException {
        removeAfter(
                servers -> {
                    servers.redis.cli("save");
                    servers.redis.kill();
                },
                servers -> servers.redis.restart());
    }

    private void removeAfter(Consumer<TwoServers> before, Consumer<TwoServers> after) throws InterruptedException {
        try (TwoServers servers = new TwoServers(folder)) {
            String auraId = Api.auraId(servers.a.call(servers.a.register("session-1")));
            cacheOn(servers, auraId);
            before.accept(servers);

            assertThat(servers.a.call(servers.a.remove(auraId)).statusCode()).isEqualTo(204);

            Instant removed = Instant.now();
            TimeUnit.MILLISECONDS.sleep(WITHIN.toMillis());
            assertGone(servers, auraId);
            assertThat(Duration.between(removed, Instant.now())).isLessThan(Duration.ofSeconds(5));
            after.accept(servers);
            for (int i = 0; i < 30; i++) {
                assertGone(servers, auraId);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(servers.a.call(servers.a.remove(auraId)).statusCode()).isEqualTo(404);
        }
    }

    /** Both servers poll first, so that the value is filled into Redis and read from there. */
    private static void cacheOn(TwoServers servers, String auraId) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            assertRead(servers, auraId);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Eventually.holds("the value is in Redis", () -> {
            assertRead(servers, auraId);
            return servers.redis.cli("keys", "users:*").lines().count() == 1;
        });
    }

    private static void assertRead(TwoServers servers, String auraId) {
        assertThat(servers.a.call(servers.a.read(auraId)).statusCode()).isEqualTo(200);
        assertThat(servers.b.call(servers.b.read(auraId)).statusCode()).isEqualTo(200);
    }

    private static void assertGone(TwoServers servers, String auraId) {
        assertThat(servers.b.call(servers.b.read(auraId)).statusCode()).isEqualTo(404);
        assertThat(servers.a.call(servers.a.read(auraId)).statusCode()).isEqualTo(404);
    }
}
