package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Records the ids of the keys that have encrypted data in the database, so that a start with none of them is detected.
 * Throws {@link io.github.auraauth.port.Outage} as the stores do.
 */
public final class MongoEncryptionKeyRecord {
    private static final String COLLECTION = "aura-seed";
    private static final String ID = "_id";
    private static final String ENCRYPTION = "encryption";
    private static final String KEYS = "keys";
    private static final String TIMESTAMP = "timestamp";

    private final GuardedCollection records;
    private final List<GuardedCollection> written;
    private final InstantSource clock;

    public MongoEncryptionKeyRecord(MongoConnection connection, InstantSource clock) {
        this.records = connection.collection(COLLECTION);
        this.written = Stream.of(
                        connection.users(), connection.collection("accounts"), connection.collection("apikeys"))
                .toList();
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Whether none of these keys is recorded, while others are and the database holds data. If not, this also records the
     * first key as one that encrypts.
     *
     * @param keyIds of the keys that there are now, the one that encrypts first
     */
    public boolean isUnknown(List<String> keyIds, Deadline deadline) {
        List<String> known = known(deadline);
        if (!known.isEmpty() && Collections.disjoint(known, keyIds) && isAnythingThere(deadline)) {
            return true;
        }
        if (!known.contains(keyIds.get(0))) {
            accept(keyIds.get(0), deadline);
        }
        return false;
    }

    /** Records a key as one that encrypts. */
    public void accept(String keyId, Deadline deadline) {
        Bson change =
                combine(addToSet(KEYS, requireNonNull(keyId, "keyId")), set(TIMESTAMP, Date.from(clock.instant())));
        // refused as a duplicate where another instance has begun the record at that moment
        if (!isChanged(change, deadline)) {
            isChanged(change, deadline);
        }
    }

    private boolean isChanged(Bson change, Deadline deadline) {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        return records.unlessDuplicate(deadline, all -> all.updateOne(eq(ID, ENCRYPTION), change, upsert))
                .isPresent();
    }

    private List<String> known(Deadline deadline) {
        return records.within(
                        deadline,
                        all -> Optional.ofNullable(all.find(eq(ID, ENCRYPTION)).first()))
                .map(record -> record.getList(KEYS, String.class, List.of()))
                .orElse(List.of());
    }

    private boolean isAnythingThere(Deadline deadline) {
        return written.stream()
                .map(collection -> collection.within(
                        deadline,
                        all -> Optional.ofNullable(
                                all.find().projection(include(ID)).first())))
                .anyMatch(Optional::isPresent);
    }
}
