package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisConfigTest {
    private static final RedisHost HOST = new RedisHost("redis.example.com", 6379);
    private static final RedisConfig SINGLE = Configs.of(RedisMode.SINGLE, "redis.example.com:6379");

    @Test
    void new_hostsThatDoNotFitTheMode_areRefused() {
        assertRefused(RedisMode.CLUSTER, List.of(), "at least one");
        assertRefused(RedisMode.SINGLE, List.of(HOST, HOST), "exactly one");
        assertRefused(RedisMode.SENTINEL, List.of(HOST), "instance name");
    }

    @Test
    void new_databaseOfACluster_isRefused() {
        RedisConfig cluster = Configs.of(RedisMode.CLUSTER, "redis.example.com:6379");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configs.withDatabase(cluster, 1))
                .withMessageContaining("only database 0");
    }

    @Test
    void new_numbersOutOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Configs.withDatabase(SINGLE, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Configs.withPool(SINGLE, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Configs.withPool(SINGLE, 3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configs.withReconnects(SINGLE, -1, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Configs.withReconnects(SINGLE, 1, Duration.ZERO));
    }

    @Test
    void pauseBefore_moreAndMoreAttempts_growsUpToTheInterval() {
        RedisConfig config = Configs.withReconnects(SINGLE, 25, Duration.ofSeconds(5));
        assertThat(config.pauseBefore(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(config.pauseBefore(10)).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.pauseBefore(25)).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.pauseBefore(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void toString_password_isRedacted() {
        assertThat(Configs.withPassword(SINGLE, "fake-password").toString()).doesNotContain("fake-password");
    }

    @Test
    void parse_mode_isItsExactName() {
        assertThat(RedisMode.parse("SENTINEL")).contains(RedisMode.SENTINEL);
        assertThat(RedisMode.parse("sentinel")).isEmpty();
    }

    private static void assertRefused(RedisMode mode, List<RedisHost> hosts, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisConfig(
                        mode,
                        hosts,
                        Optional.empty(),
                        0,
                        RedisConfig.Access.OPEN,
                        "",
                        Optional.empty(),
                        25,
                        Duration.ofSeconds(5)))
                .withMessageContaining(why);
    }
}
