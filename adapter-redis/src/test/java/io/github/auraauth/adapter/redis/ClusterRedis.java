package io.github.auraauth.adapter.redis;

import io.github.auraauth.testkit.Eventually;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of three masters that share the slots and have no replicas. */
public final class ClusterRedis implements AutoCloseable {
    private static final int NODES = 3;
    static final int SLOTS = 16_384;

    private final List<RedisProcess> nodes;

    private ClusterRedis(List<RedisProcess> nodes) {
        this.nodes = nodes;
    }

    static ClusterRedis start() {
        List<RedisProcess> nodes =
                IntStream.range(0, NODES).mapToObj(i -> node()).toList();
        for (int i = 0; i < NODES; i++) {
            nodes.get(i).reply(List.of(addSlots(SLOTS * i / NODES, SLOTS * (i + 1) / NODES)));
            nodes.get(i).cli("cluster", "set-config-epoch", "" + (i + 1));
        }
        RedisProcess first = nodes.get(0);
        for (RedisProcess other : nodes.subList(1, NODES)) {
            first.cli("cluster", "meet", "127.0.0.1", "" + other.port());
        }
        ClusterRedis cluster = new ClusterRedis(nodes);
        Eventually.holds("every node knows every slot", cluster::isWhole);
        return cluster;
    }

    private static RedisProcess node() {
        return RedisProcess.server(
                FreePorts.nextForCluster(),
                "--cluster-enabled",
                "yes",
                "--cluster-node-timeout",
                "1000",
                "--cluster-require-full-coverage",
                "no");
    }

    /** Each slot by its number: older versions do not know ranges. */
    private static List<String> addSlots(int first, int end) {
        return Stream.concat(
                        Stream.of("cluster", "addslots"),
                        IntStream.range(first, end).mapToObj(Integer::toString))
                .toList();
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

    /** Moves slots with what they hold from one node to another, while both serve: the steps of CLUSTER SETSLOT. */
    void move(int firstSlot, int count, RedisProcess from, RedisProcess to) {
        String source = from.cli("cluster", "myid");
        String target = to.cli("cluster", "myid");
        for (int slot = firstSlot; slot < firstSlot + count; slot++) {
            String number = "" + slot;
            to.cli("cluster", "setslot", number, "importing", source);
            from.cli("cluster", "setslot", number, "migrating", target);
            from.cli("cluster", "getkeysinslot", number, "1000")
                    .lines()
                    .forEach(key -> from.cli("migrate", "127.0.0.1", "" + to.port(), key, "0", "5000"));
            to.cli("cluster", "setslot", number, "node", target);
            from.cli("cluster", "setslot", number, "node", target);
        }
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }
}
