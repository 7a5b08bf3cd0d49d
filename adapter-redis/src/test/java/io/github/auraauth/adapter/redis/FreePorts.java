package io.github.auraauth.adapter.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Ports on which nothing listens. They lie below those that systems give to outgoing connections, so that none is taken
 * while its server is not up yet, or down for a moment. Processes that test side by side ({@code aura.fork}) have ports of
 * their own.
 */
public final class FreePorts {
    private static final int FORKS = 4;
    private static final int FORK = Math.floorMod(Integer.getInteger("aura.fork", 1) - 1, FORKS);

    /** A node of a cluster speaks with the others on the port that is so much higher. */
    private static final int CLUSTER_BUS = 10_000;

    private static final int FIRST_OF_CLUSTERS = 11_000 + FORK * 250;
    private static final int LAST_OF_CLUSTERS = FIRST_OF_CLUSTERS + 250;

    /** Those from 21,000 to 22,000 are left to the nodes of clusters. */
    private static final int FIRST = (FORK < 2 ? 12_000 : 13_000) + FORK * 4_500;

    private static final int LAST = FIRST + 4_500;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** Another one with each call. */
    public static int next() {
        return next(FIRST, LAST, FreePorts::isFree);
    }

    /** One for a node of a cluster: the port is free too on which it speaks with the others. */
    static int nextForCluster() {
        return next(FIRST_OF_CLUSTERS, LAST_OF_CLUSTERS, port -> isFree(port) && isFree(port + CLUSTER_BUS));
    }

    private static int next(int first, int last, IntPredicate free) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(first, last);
            if (free.test(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port between " + first + " and " + last);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
