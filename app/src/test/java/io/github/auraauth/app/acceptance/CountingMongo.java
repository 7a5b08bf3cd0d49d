package io.github.auraauth.app.acceptance;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A MongoDB that notes what is asked of it. */
final class CountingMongo implements AutoCloseable {
    private final Queue<String> reads = new ConcurrentLinkedQueue<>();
    private final MongoServer server = new MongoServer(new Backend());
    private final String uri = server.bindAndGetConnectionString();

    String uri() {
        return uri;
    }

    /** What was read since this was last asked: collections, and by which fields. */
    List<String> reads() {
        List<String> all = List.copyOf(reads);
        reads.clear();
        return all;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Backend extends MemoryBackend {
        @Override
        public Document handleMessage(MongoMessage message) {
            Document command = message.getDocument();
            if (command.containsKey("find")) {
                Document filter = (Document) command.getOrDefault("filter", new Document());
                reads.add(command.get("find") + " by " + String.join(",", filter.keySet()));
            } else if (command.containsKey("aggregate") || command.containsKey("count")) {
                reads.add("a search by " + command.keySet().iterator().next());
            }
            return super.handleMessage(message);
        }
    }
}
