package io.github.auraauth.adapter.redis;

import io.github.auraauth.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A master with replicas behind three sentinels that replace it within about two seconds. */
public final class SentinelRedis implements AutoCloseable {
    /** The name of the master at its sentinels. */
    public static final String INSTANCE = "aura";

    private static final int SENTINELS = 3;

    private final List<RedisProcess> servers;
    private final List<RedisProcess> sentinels;

    private SentinelRedis(List<RedisProcess> servers, List<RedisProcess> sentinels) {
        this.servers = servers;
        this.sentinels = sentinels;
    }

    static SentinelRedis start(int replicas) {
        List<RedisProcess> servers = new ArrayList<>(List.of(RedisServers.single()));
        String master = "" + servers.get(0).port();
        for (int i = 0; i < replicas; i++) {
            servers.add(RedisProcess.server(FreePorts.next(), "--replicaof", "127.0.0.1", master));
        }
        Eventually.holds(
                "the replicas follow",
                () -> servers.stream()
                        .skip(1)
                        .allMatch(s -> s.cli("info", "replication").contains("link_status:up")));
        List<Integer> ports =
                IntStream.range(0, SENTINELS).mapToObj(i -> FreePorts.next()).toList();
        List<RedisProcess> sentinels = ports.stream()
                .map(port -> RedisProcess.sentinel(port, settings(port, ports, servers)))
                .toList();
        SentinelRedis redis = new SentinelRedis(servers, sentinels);
        Eventually.holds(
                "the sentinels know each other",
                () -> sentinels.stream()
                        .allMatch(s -> redis.knows(s, "num-other-sentinels", SENTINELS - 1)
                                && redis.knows(s, "num-slaves", replicas)));
        return redis;
    }

    /** Tells a sentinel at once what it would find out in some seconds. */
    private static String settings(int own, List<Integer> sentinels, List<RedisProcess> servers) {
        StringBuilder lines = new StringBuilder();
        lines.append("sentinel myid ").append(id(own)).append('\n');
        lines.append(line("monitor", "127.0.0.1 " + servers.get(0).port() + " 2"));
        lines.append(line("down-after-milliseconds", "700"));
        lines.append(line("failover-timeout", "3000"));
        servers.stream().skip(1).forEach(s -> lines.append(line("known-replica", "127.0.0.1 " + s.port())));
        sentinels.stream()
                .filter(port -> port != own)
                .forEach(port -> lines.append(line("known-sentinel", "127.0.0.1 " + port + " " + id(port))));
        return lines.toString();
    }

    private static String line(String setting, String value) {
        return "sentinel " + setting + " " + INSTANCE + " " + value + "\n";
    }

    private static String id(int port) {
        return String.format("%040x", port);
    }

    /** The sentinels, as {@code AURA_REDIS_HOSTS} takes them. */
    public String hosts() {
        return sentinels.stream().map(RedisProcess::host).collect(Collectors.joining(","));
    }

    /** The server that the sentinels name as master now. */
    public RedisProcess master() {
        String address = sentinels.get(0).cli("sentinel", "get-master-addr-by-name", INSTANCE);
        return servers.stream()
                .filter(server -> address.endsWith("\n" + server.port()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the sentinel names none of the servers: " + address));
    }

    public List<RedisProcess> sentinels() {
        return sentinels;
    }

    /** All servers and sentinels. */
    List<RedisProcess> processes() {
        return Stream.concat(servers.stream(), sentinels.stream()).toList();
    }

    @Override
    public void close() {
        sentinels.forEach(RedisProcess::close);
        servers.forEach(RedisProcess::close);
    }

    private boolean knows(RedisProcess sentinel, String what, int count) {
        return sentinel.cli("sentinel", "master", INSTANCE).contains(what + "\n" + count + "\n");
    }
}
