package io.github.auraauth.adapter.mongo.index;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.FlatFilter;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The applied versions of one definition, recorded in one document of the collection {@code aura-version-control}. */
final class AppliedVersions {
    static final String COLLECTION = "aura-version-control";

    private final GuardedCollection records;
    private final InstantSource clock;
    private final String name;

    /** @param name of the definition */
    AppliedVersions(MongoConnection connection, InstantSource clock, String name) {
        this.records = connection.collection(COLLECTION);
        this.clock = clock;
        this.name = name;
    }

    /** The last applied version. */
    Optional<SchemaVersion> version(Deadline deadline) {
        return records.first(eq("_id", name), deadline).map(record -> new SchemaVersion(record.getString("version")));
    }

    /** Records the version as applied now, unless it is recorded already, which the filter and the unique {@code _id} ensure. */
    void record(SchemaVersion version, Deadline deadline) {
        Date now = Date.from(clock.instant());
        Bson notYet = FlatFilter.of(eq("_id", name), ne("history.version", version.text()));
        Bson applied = combine(
                set("name", name),
                set("version", version.text()),
                set("timestamp", now),
                push("history", new Document("version", version.text()).append("timestamp", now)));
        records.unlessDuplicate(deadline, all -> all.updateOne(notYet, applied, new UpdateOptions().upsert(true)));
    }
}
