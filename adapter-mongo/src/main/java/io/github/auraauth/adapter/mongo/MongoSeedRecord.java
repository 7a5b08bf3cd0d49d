package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.UserDocuments.ID;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.ReplaceOptions;
import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * With which seed the database was begun: another one would give everybody another global id. Only a fingerprint is
 * kept. Throws {@link io.github.auraauth.port.Outage} as the stores do.
 */
public final class MongoSeedRecord {
    private static final String COLLECTION = "aura-seed";
    private static final String SEED = "seed";
    private static final String FINGERPRINT = "fingerprint";
    private static final String TIMESTAMP = "timestamp";

    private final MongoCalls records;
    private final MongoCalls users;
    private final InstantSource clock;

    public MongoSeedRecord(MongoConnection connection, InstantSource clock) {
        this.records = connection.collection(COLLECTION);
        this.users = connection.users();
        this.clock = requireNonNull(clock, "clock");
    }

    /** Compares with what is recorded, and records it where nothing is; of several at once one is the first. */
    public SeedOutcome compare(String fingerprint, Deadline deadline) {
        Document record = record(fingerprint);
        if (records.unlessDuplicate(deadline, all -> all.insertOne(record)).isPresent()) {
            return SeedOutcome.FIRST;
        }
        Optional<Document> same = records.within(
                deadline,
                all -> Optional.ofNullable(all.find(eq(ID, SEED)).first())
                        .filter(stored -> fingerprint.equals(stored.getString(FINGERPRINT))));
        if (same.isPresent()) {
            return SeedOutcome.SAME;
        }
        boolean anyUser = users.within(
                deadline,
                rows -> Optional.ofNullable(rows.find().projection(include(ID)).first())
                        .isPresent());
        return anyUser ? SeedOutcome.DIFFERENT_WITH_USERS : SeedOutcome.DIFFERENT_WITHOUT_USERS;
    }

    /** Records this fingerprint whatever was there. */
    public void accept(String fingerprint, Deadline deadline) {
        Document record = record(fingerprint);
        records.within(deadline, all -> all.replaceOne(eq(ID, SEED), record, new ReplaceOptions().upsert(true)));
    }

    private Document record(String fingerprint) {
        return new Document(ID, SEED)
                .append(FINGERPRINT, requireNonNull(fingerprint, "fingerprint"))
                .append(TIMESTAMP, Date.from(clock.instant()));
    }

    /** What a comparison says. */
    public enum SeedOutcome {
        SAME,
        /** None was recorded; this one is now. */
        FIRST,
        /** Another one is recorded, and there are users with ids made from it. */
        DIFFERENT_WITH_USERS,
        /** Another one is recorded, and no user would notice. */
        DIFFERENT_WITHOUT_USERS
    }
}
