package io.github.auraauth.adapter.mongo.index;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TimeFieldReader;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Removes the documents that the definition's TTL indexes declare expired. The embedded server has no such indexes, other
 * servers act late, and none of them understands an end that another program wrote as a text or a number. To be called
 * periodically.
 */
public final class ExpiredDocumentSweep {
    private static final String ID = "_id";
    private static final int BATCH = 500;

    private final List<TtlField> ttls;
    private final InstantSource clock;

    /** @param clock tells what is expired */
    public ExpiredDocumentSweep(MongoConnection connection, IndexDefinition definition, InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
        List<TtlField> found = new ArrayList<>();
        definition
                .result()
                .forEach((collection, indexes) -> indexes.forEach(index -> index.expireAfterSeconds()
                        .ifPresent(seconds -> index.keys()
                                .keySet()
                                .forEach(field ->
                                        found.add(new TtlField(connection.defined(collection), field, seconds))))));
        this.ttls = List.copyOf(found);
    }

    /**
     * Removes what is expired now, in batches.
     *
     * @return how many documents this call removed
     *
     * @throws io.github.auraauth.port.Outage when the store is away or the deadline passes; what was removed by
     *     then stays removed
     */
    public long sweep(Deadline deadline) {
        return ttls.stream().mapToLong(ttl -> sweep(ttl, deadline)).sum();
    }

    private long sweep(TtlField ttl, Deadline deadline) {
        Instant newest = clock.instant().minusSeconds(ttl.seconds);
        Bson expired = or(lte(ttl.field, Date.from(newest)), lte(ttl.field, newest.toEpochMilli()));
        return sweepNumbered(ttl.documents, expired, deadline) + sweepTexts(ttl.documents, ttl.field, newest, deadline);
    }

    /** Dates and numbers, which the server itself compares. */
    private static long sweepNumbered(GuardedCollection documents, Bson expired, Deadline deadline) {
        long removed = 0;
        List<Object> ids;
        do {
            ids = documents.within(
                    deadline,
                    all -> all.find(expired)
                            .projection(include(ID))
                            .limit(BATCH)
                            .map(document -> document.get(ID))
                            .into(new ArrayList<>()));
            Bson stillExpired = and(in(ID, ids), expired);
            removed += documents
                    .within(deadline, all -> all.deleteMany(stillExpired))
                    .getDeletedCount();
        } while (ids.size() == BATCH);
        return removed;
    }

    /** ISO 8601 texts sort by their local times, which are at most 18 hours from UTC. */
    private static long sweepTexts(GuardedCollection documents, String field, Instant newest, Deadline deadline) {
        Bson maybeExpired =
                and(gte(field, ""), lt(field, newest.plus(1, ChronoUnit.DAYS).toString()));
        return documents.within(deadline, all -> {
            long removed = 0;
            List<DeleteOneModel<Document>> batch = new ArrayList<>();
            for (Document document : all.find(maybeExpired).projection(include(ID, field))) {
                if (TimeFieldReader.read(document, field)
                        .filter(end -> !newest.isBefore(end))
                        .isPresent()) {
                    batch.add(new DeleteOneModel<>(and(eq(ID, document.get(ID)), eq(field, document.get(field)))));
                }
                if (batch.size() == BATCH) {
                    removed += delete(all, batch);
                }
            }
            return removed + delete(all, batch);
        });
    }

    private static long delete(MongoCollection<Document> all, List<DeleteOneModel<Document>> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        long removed = all.bulkWrite(List.copyOf(batch)).getDeletedCount();
        batch.clear();
        return removed;
    }

    private record TtlField(GuardedCollection documents, String field, long seconds) {}
}
