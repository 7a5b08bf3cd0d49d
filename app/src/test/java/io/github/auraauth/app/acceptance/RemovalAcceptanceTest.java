package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("measuring")
class RemovalAcceptanceTest {
    private static final Duration WITHIN = Duration.ofSeconds(1);

    @TempDir
    private static Path folder;

    private static TwoServers servers;
    private static int registered;

    @BeforeAll
    static void start() {
        servers = new TwoServers(folder);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void remove_onOneServer_isSeenOnTheOtherWithinASecond() throws InterruptedException {
        removeAfter(() -> {}, () -> {});
    }

    @Test
    void remove_withRedisFrozenJustBefore_isSeenWithinASecondAndAfterItsReturn() throws InterruptedException {
        removeAfter(servers.redis::freeze, servers.redis::thaw);
    }

    @Test
    void remove_withRedisKilledJustBefore_isSeenWithinASecondAndAfterItsReturn() throws InterruptedException {
        removeAfter(
                () -> {
                    servers.redis.cli("save");
                    servers.redis.kill();
                },
                servers.redis::restart);
    }

    private static void removeAfter(Runnable before, Runnable after) throws InterruptedException {
        servers.redis.cli("flushall"); // what an earlier test has left there
        String auraId = Api.auraId(servers.a.call(servers.a.register("session-" + ++registered)));
        cacheOn(auraId);
        before.run();

        assertThat(servers.a.call(servers.a.remove(auraId)).statusCode()).isEqualTo(204);

        Instant removed = Instant.now();
        TimeUnit.MILLISECONDS.sleep(WITHIN.toMillis());
        assertGone(auraId);
        assertThat(Duration.between(removed, Instant.now())).isLessThan(Duration.ofSeconds(5));
        after.run();
        for (int i = 0; i < 20; i++) {
            assertGone(auraId);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(servers.a.call(servers.a.remove(auraId)).statusCode()).isEqualTo(404);
    }

    /** Both servers poll first, so that the value is filled into Redis and read from there. */
    private static void cacheOn(String auraId) throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertRead(auraId);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Eventually.holds("the value is in Redis", () -> {
            assertRead(auraId);
            return servers.redis.cli("keys", "users:*").lines().count() == 1;
        });
    }

    private static void assertRead(String auraId) {
        assertThat(servers.a.call(servers.a.read(auraId)).statusCode()).isEqualTo(200);
        assertThat(servers.b.call(servers.b.read(auraId)).statusCode()).isEqualTo(200);
    }

    private static void assertGone(String auraId) {
        assertThat(servers.b.call(servers.b.read(auraId)).statusCode()).isEqualTo(404);
        assertThat(servers.a.call(servers.a.read(auraId)).statusCode()).isEqualTo(404);
    }
}
