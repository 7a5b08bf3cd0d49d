package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers, sentinels and a cluster over TLS, with users and passwords; needs a {@code redis-server} that was built with TLS. */
@Tag("deep")
class SecuredRedisTest {
    private static final String USER = "aura";
    private static final String PASSWORD = "fake-password";
    private static final String SENTINEL_PASSWORD = "fake-sentinel";
    private static final String GRANT = USER + " on >" + PASSWORD + " ~* +@read +@write +@connection +eval";

    @TempDir
    private static Path folder;

    private static Certificates ours;
    private static Certificates others;

    @BeforeAll
    static void make() throws Exception {
        ours = Certificates.of(folder.resolve("ours"), "ip:127.0.0.1");
        others = Certificates.of(folder.resolve("others"), "dns:redis.example");
    }

    @Test
    void single_ownAuthorityAndUser_isUsedOverTls() throws Exception {
        int port = FreePorts.next();
        try (RedisProcess redis = server(ours, port);
                OpenCache cache = Caches.connected(config(RedisMode.SINGLE, port, access(ours)))) {
            Caches.kept(cache, "a");
            assertThat(redis.cli("client", "list")).contains("user=" + USER).contains("laddr=127.0.0.1:" + port);
            assertThat(cache.redis().problem(deadline())).isEmpty();
        }
    }

    @Test
    void single_anotherAuthority_isRefusedWithTheRemedy() throws Exception {
        int port = FreePorts.next();
        try (RedisProcess redis = server(ours, port)) {
            assertThat(problem(config(RedisMode.SINGLE, port, access(others)))).contains("AURA_REDIS_TLS_CA");
            assertThat(problem(
                            config(RedisMode.SINGLE, port, access(Optional.of(new RedisConfig.Tls(Optional.empty()))))))
                    .contains("AURA_REDIS_TLS_CA");
            assertThat(problem(config(RedisMode.SINGLE, port, access(Optional.empty()))))
                    .contains("AURA_REDIS_TLS=true");
            assertThat(problem(config(RedisMode.SINGLE, redis.port(), access(ours))))
                    .contains("AURA_REDIS_TLS=false");
        }
    }

    @Test
    void single_certificateOfAnotherHost_isRefusedWithTheRemedy() throws Exception {
        int port = FreePorts.next();
        try (RedisProcess redis = server(others, port)) {
            assertThat(redis.cli("ping")).isEqualTo("PONG");
            assertThat(problem(config(RedisMode.SINGLE, port, access(others)))).contains("another host");
        }
    }

    @Test
    void single_wrongPasswordOrRights_areToldWithTheRemedy() throws Exception {
        int port = FreePorts.next();
        try (RedisProcess redis = server(ours, port)) {
            RedisConfig.Access wrong = new RedisConfig.Access(
                    Optional.of(USER), Optional.of(Secret.ofText("fake-wrong")), Optional.empty(), tls(ours));
            assertThat(problem(config(RedisMode.SINGLE, port, wrong)))
                    .contains("AURA_REDIS_PASSWORD")
                    .doesNotContain("fake");
            redis.cli("acl", "setuser", USER, "-@all");
            assertThat(problem(config(RedisMode.SINGLE, port, access(ours)))).contains("may not do");
        }
    }

    @Test
    void sentinel_passwordOfItsOwn_isUsedOverTls() throws Exception {
        int port = FreePorts.next();
        int sentinelPort = FreePorts.next();
        try (RedisProcess redis = server(ours, port);
                RedisProcess sentinel = sentinel(sentinelPort, port)) {
            Eventually.holds(
                    "the sentinel sees its master",
                    () -> sentinel.cli("sentinel", "master", SentinelRedis.INSTANCE)
                            .contains("flags\nmaster\n"));
            try (OpenCache cache = Caches.connected(config(RedisMode.SENTINEL, sentinelPort, access(ours)))) {
                Caches.kept(cache, "a");
                assertThat(redis.cli("dbsize")).isEqualTo("1");
            }
            RedisConfig.Access without = new RedisConfig.Access(
                    Optional.of(USER), Optional.of(Secret.ofText(PASSWORD)), Optional.empty(), tls(ours));
            assertThat(problem(config(RedisMode.SENTINEL, sentinelPort, without)))
                    .contains("AURA_REDIS_SENTINEL_PASSWORD");
            assertThat(problem(config(RedisMode.SENTINEL, sentinelPort, access(others))))
                    .contains("AURA_REDIS_TLS_CA");
        }
    }

    @Test
    void cluster_ownAuthorityAndUser_isUsedOverTls() throws Exception {
        int port = FreePorts.next();
        String[] arguments = ours.arguments(
                port,
                arguments("--cluster-enabled yes --tls-cluster yes --user " + GRANT
                        + " +cluster|slots +cluster|nodes +cluster|shards +cluster|myid +info"));
        try (RedisProcess node = RedisProcess.server(FreePorts.nextForCluster(), arguments)) {
            node.reply(List.of(Stream.concat(
                            Stream.of("cluster", "addslots"),
                            IntStream.range(0, ClusterRedis.SLOTS).mapToObj(Integer::toString))
                    .toList()));
            Eventually.holds("it serves", () -> node.cli("cluster", "info").contains("cluster_state:ok"));
            try (OpenCache cache = Caches.connected(config(RedisMode.CLUSTER, port, access(ours)))) {
                Caches.kept(cache, "a");
                assertThat(node.cli("dbsize")).isEqualTo("1");
            }
            assertThat(problem(config(RedisMode.CLUSTER, port, access(others)))).contains("AURA_REDIS_TLS_CA");
        }
    }

    private static RedisProcess server(Certificates certificates, int tlsPort) {
        return RedisProcess.server(FreePorts.next(), certificates.arguments(tlsPort, arguments("--user " + GRANT)));
    }

    private static String[] arguments(String line) {
        return line.split(" ");
    }

    private static RedisProcess sentinel(int tlsPort, int master) {
        String settings = String.join("\n", ours.options(tlsPort)) + "\ntls-replication yes\nsentinel monitor "
                + SentinelRedis.INSTANCE + " 127.0.0.1 " + master + " 1\n";
        return RedisProcess.sentinelWithPassword(FreePorts.next(), SENTINEL_PASSWORD, settings);
    }

    private static Optional<RedisConfig.Tls> tls(Certificates certificates) throws Exception {
        return Optional.of(new RedisConfig.Tls(Optional.of(certificates.authority())));
    }

    private static RedisConfig.Access access(Certificates certificates) throws Exception {
        return access(tls(certificates));
    }

    private static RedisConfig.Access access(Optional<RedisConfig.Tls> tls) {
        return new RedisConfig.Access(
                Optional.of(USER),
                Optional.of(Secret.ofText(PASSWORD)),
                Optional.of(Secret.ofText(SENTINEL_PASSWORD)),
                tls);
    }

    private static RedisConfig config(RedisMode mode, int port, RedisConfig.Access access) {
        return Configs.withAccess(Configs.of(mode, "127.0.0.1:" + port), access);
    }

    private static String problem(RedisConfig config) {
        try (OpenCache cache = Caches.starting(config)) {
            return cache.redis().problem(deadline()).orElse("none");
        }
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
    }
}
