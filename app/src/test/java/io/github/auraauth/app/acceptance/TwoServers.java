package io.github.auraauth.app.acceptance;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.redis.RedisProcess;
import io.github.auraauth.adapter.redis.RedisServers;
import java.nio.file.Path;
import java.util.Map;

/** Two server processes on one database and one Redis. */
final class TwoServers implements AutoCloseable {
    final RedisProcess redis = RedisServers.singleWithPersistence();
    final Api a;
    final Api b;
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final ServerProcess first;
    private final ServerProcess second;

    TwoServers(Path folder) {
        Map<String, String> environment = Servers.on(mongo.bindAndGetConnectionString(), redis.host());
        first = ServerProcess.launch(folder.resolve("a"), environment);
        second = ServerProcess.launch(folder.resolve("b"), environment);
        first.awaitReady();
        second.awaitReady();
        a = new Api(first);
        b = new Api(second);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        mongo.shutdownNow();
        redis.close();
    }
}
