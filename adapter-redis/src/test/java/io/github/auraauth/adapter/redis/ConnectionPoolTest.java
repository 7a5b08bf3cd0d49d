package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Race;
import io.lettuce.core.cluster.PipelinedRedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
    private static final int MOST = 3;

    @Test
    void idlest_allBusyAndManyAtOnce_neverOpensMoreThanTheMost() {
        for (int round = 0; round < 2_000; round++) {
            BusyConnections client = new BusyConnections();
            ConnectionPool pool = ConnectionPool.open(client, new RedisConfig.Pool(1, MOST), () -> {})
                    .join();
            Race.of(4, thread -> {
                for (int i = 0; i < MOST; i++) {
                    pool.idlest();
                }
                return thread;
            });
            assertThat(client.opened).as("round " + round).hasValueLessThanOrEqualTo(MOST);
        }
    }

    /** Connections that are there at once, and wait for an answer for ever. */
    private static final class BusyConnections implements RedisConnections {
        private final AtomicInteger opened = new AtomicInteger();

        @Override
        public CompletableFuture<RedisConnection> connect(Runnable lost) {
            opened.incrementAndGet();
            RedisConnection connection = new RedisConnection(commands());
            var unused = connection.send(commands -> new PipelinedRedisFuture<>(new CompletableFuture<>()));
            return CompletableFuture.completedFuture(connection);
        }

        @Override
        public CompletableFuture<Void> close() {
            return CompletableFuture.completedFuture(null);
        }

        @SuppressWarnings("unchecked") // a proxy has no type arguments
        private static RedisClusterAsyncCommands<byte[], byte[]> commands() {
            return (RedisClusterAsyncCommands<byte[], byte[]>) Proxy.newProxyInstance(
                    ConnectionPoolTest.class.getClassLoader(),
                    new Class<?>[] {RedisClusterAsyncCommands.class},
                    (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
        }
    }
}
