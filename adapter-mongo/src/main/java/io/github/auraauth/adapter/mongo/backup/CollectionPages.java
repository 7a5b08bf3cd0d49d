package io.github.auraauth.adapter.mongo.backup;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;

/** Goes through a whole collection, a page at a time, so that writers hardly notice and little is held. */
final class CollectionPages {
    static final int PAGE = 250;

    private static final String ID = "_id";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GuardedCollection collection;
    private final InstantSource clock;

    CollectionPages(GuardedCollection collection, InstantSource clock) {
        this.collection = collection;
        this.clock = clock;
    }

    /** About how many documents there are. */
    long estimate() {
        return collection.within(deadline(), MongoCollection::estimatedDocumentCount);
    }

    /** Every document that is there from beginning to end of the call; one that comes or goes meanwhile, maybe. */
    void documents(Consumer<List<RawBsonDocument>> page) {
        read(false, page);
    }

    /** The same with nothing but the {@code _id}. */
    void ids(Consumer<List<RawBsonDocument>> page) {
        read(true, page);
    }

    /** By one cursor, which also the embedded store answers page by page; it has no order of {@code _id} to go on in. */
    private void read(boolean idsOnly, Consumer<List<RawBsonDocument>> consumer) {
        collection.withoutLimit(all -> {
            FindIterable<RawBsonDocument> found =
                    all.withDocumentClass(RawBsonDocument.class).find().batchSize(PAGE);
            List<RawBsonDocument> page = new ArrayList<>();
            try (MongoCursor<RawBsonDocument> cursor =
                    (idsOnly ? found.projection(Projections.include(ID)) : found).iterator()) {
                while (cursor.hasNext()) {
                    page.add(cursor.next());
                    if (page.size() == PAGE) {
                        consumer.accept(List.copyOf(page));
                        page.clear();
                    }
                }
            }
            if (!page.isEmpty()) {
                consumer.accept(page);
            }
            return true;
        });
    }

    private Deadline deadline() {
        return Deadline.in(PATIENCE, clock);
    }
}
