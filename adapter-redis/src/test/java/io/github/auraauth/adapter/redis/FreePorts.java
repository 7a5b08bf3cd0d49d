package io.github.auraauth.adapter.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on which nothing listens. They lie below those that systems give to outgoing connections, so that none is taken
 * while its server is not up yet, or down for a moment. Processes that test side by side ({@code aura.fork}) have ports of
 * their own.
 */
public final class FreePorts {
    private static final int FORKS = 4;
    private static final int OF_EACH = 5_000;
    private static final int FIRST = 12_000 + Math.floorMod(Integer.getInteger("aura.fork", 1) - 1, FORKS) * OF_EACH;
    private static final int LAST = FIRST + OF_EACH;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** Another one with each call. */
    public static int next() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
