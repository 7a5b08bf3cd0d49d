package io.github.auraauth.adapter.redis;

import io.github.auraauth.testkit.Eventually;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cluster of three masters that share the slots and have no replicas. */
public final class ClusterRedis implements AutoCloseable {
    private static final int NODES = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisProcess> nodes;

    private ClusterRedis(List<RedisProcess> nodes) {
        this.nodes = nodes;
    }

    static ClusterRedis start() {
        List<RedisProcess> nodes =
                IntStream.range(0, NODES).mapToObj(i -> node()).toList();
        for (int i = 0; i < NODES; i++) {
            String first = "" + SLOTS * i / NODES;
            String last = "" + (SLOTS * (i + 1) / NODES - 1);
            nodes.get(i).cli("cluster", "addslotsrange", first, last);
            nodes.get(i).cli("cluster", "set-config-epoch", "" + (i + 1));
        }
        RedisProcess first = nodes.get(0);
        for (RedisProcess other : nodes.subList(1, NODES)) {
            first.cli(
                    "cluster",
                    "meet",
                    "127.0.0.1",
                    "" + other.port(),
                    other.cli("config", "get", "cluster-port")
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow());
        }
        ClusterRedis cluster = new ClusterRedis(nodes);
        Eventually.holds("every node knows every slot", cluster::isWhole);
        return cluster;
    }

    private static RedisProcess node() {
        return RedisProcess.server(
                FreePorts.next(),
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                "" + FreePorts.next(),
                "--cluster-node-timeout",
                "1000",
                "--cluster-require-full-coverage",
                "no");
    }

    /** The nodes, as {@code AURA_REDIS_HOSTS} takes them. */
    public String hosts() {
        return nodes.stream().map(RedisProcess::host).collect(Collectors.joining(","));
    }

    public List<RedisProcess> nodes() {
        return nodes;
    }

    /** Whether every node finds all slots served. */
    public boolean isWhole() {
        return nodes.stream()
                .map(node -> node.cli("cluster", "info"))
                .allMatch(info -> info.contains("cluster_state:ok")
                        && info.contains("cluster_slots_ok:" + SLOTS)
                        && info.contains("cluster_known_nodes:" + NODES));
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }
}
