package io.github.auraauth.adapter.mongo.backup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Goes through a whole collection by its {@code _id}, a page at a time, so that writers hardly notice and little is held. */
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

    private void read(boolean idsOnly, Consumer<List<RawBsonDocument>> consumer) {
        List<Bson> passed = new ArrayList<>();
        Bson from = empty();
        while (true) {
            List<RawBsonDocument> page = page(from, idsOnly);
            if (!page.isEmpty()) {
                consumer.accept(page);
                from = gt(ID, id(page));
            } else {
                // comparisons keep to one type of _id, so the types that sort behind it are looked for
                Optional<BsonType> present = presentType(from);
                if (present.isEmpty() || present.equals(lastType())) {
                    return;
                }
                passed.add(not(type(ID, present.get())));
                from = and(passed);
            }
        }
    }

    private static Optional<BsonType> presentType(Bson from) {
        BsonValue condition = from.toBsonDocument().get(ID);
        return Optional.ofNullable(condition)
                .filter(BsonValue::isDocument)
                .map(bounds -> bounds.asDocument().get("$gt"))
                .map(BsonValue::getBsonType);
    }

    private Optional<BsonType> lastType() {
        return collection.within(
                deadline(),
                all -> Optional.ofNullable(all.withDocumentClass(RawBsonDocument.class)
                                .find()
                                .sort(descending(ID))
                                .projection(Projections.include(ID))
                                .first())
                        .map(last -> Digests.idOf(last).getBsonType()));
    }

    private List<RawBsonDocument> page(Bson filter, boolean idsOnly) {
        return collection.within(deadline(), all -> {
            FindIterable<RawBsonDocument> found = all.withDocumentClass(RawBsonDocument.class)
                    .find(filter)
                    .sort(ascending(ID))
                    .limit(PAGE);
            return (idsOnly ? found.projection(Projections.include(ID)) : found).into(new ArrayList<>());
        });
    }

    private static BsonValue id(List<RawBsonDocument> page) {
        return Digests.idOf(page.get(page.size() - 1));
    }

    private Deadline deadline() {
        return Deadline.in(PATIENCE, clock);
    }
}
