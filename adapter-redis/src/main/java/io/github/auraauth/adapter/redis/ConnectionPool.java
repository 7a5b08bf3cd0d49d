package io.github.auraauth.adapter.redis;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One connection or more, of which nobody ever waits for one: while all are busy another one is opened, up to a bound,
 * and commands queue on those that are there. Safe for use by many threads.
 */
final class ConnectionPool {
    private final RedisConnections client;
    private final RedisConfig.Pool size;
    private final Runnable lost;
    private final CopyOnWriteArrayList<RedisConnection> connections;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicBoolean growing = new AtomicBoolean();

    private ConnectionPool(
            RedisConnections client, RedisConfig.Pool size, Runnable lost, List<RedisConnection> connections) {
        this.client = client;
        this.size = size;
        this.lost = lost;
        this.connections = new CopyOnWriteArrayList<>(connections);
    }

    /** Opens as many connections as there must be. */
    static CompletableFuture<ConnectionPool> open(RedisConnections client, RedisConfig.Pool size, Runnable lost) {
        List<CompletableFuture<RedisConnection>> opening =
                Stream.generate(() -> client.connect(lost)).limit(size.min()).toList();
        return CompletableFuture.allOf(opening.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> opening.stream().map(CompletableFuture::join).toList())
                .thenApply(opened -> new ConnectionPool(client, size, lost, opened));
    }

    /** A connection with nothing to do if there is one, else the one with the least. */
    RedisConnection idlest() {
        int count = connections.size();
        int first = Math.floorMod(turn.getAndIncrement(), count);
        RedisConnection idlest = connections.get(first);
        for (int i = 1; i < count && idlest.unanswered() > 0; i++) {
            RedisConnection next = connections.get((first + i) % count);
            idlest = next.unanswered() < idlest.unanswered() ? next : idlest;
        }
        if (count < size.max() && idlest.unanswered() > 0) {
            grow();
        }
        return idlest;
    }

    /** The connection that is always the same for a key, so that its writes keep their order. */
    RedisConnection fixedFor(byte[] key) {
        return connections.get(Math.floorMod(Arrays.hashCode(key), size.min()));
    }

    private void grow() {
        if (!growing.compareAndSet(false, true)) {
            return;
        }
        // Asked again: the last one may have come since the caller counted.
        if (connections.size() >= size.max()) {
            growing.set(false);
            return;
        }
        var unused = client.connect(lost).whenComplete((opened, failure) -> {
            if (opened != null) {
                connections.add(opened);
            }
            growing.set(false);
        });
    }
}
