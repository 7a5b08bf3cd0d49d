package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.ID;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.ReplaceOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * The record of the seed that the database's global ids are made from: with another seed everybody would get another
 * global id. Only a fingerprint of it is stored. Throws {@link io.github.auraauth.port.Outage} as the stores do.
 */
public final class MongoSeedRecord {
    private static final String COLLECTION = "aura-seed";
    private static final String SEED = "seed";
    private static final String FINGERPRINT = "fingerprint";
    private static final String TIMESTAMP = "timestamp";

    private final GuardedCollection records;
    private final GuardedCollection users;
    private final InstantSource clock;

    public MongoSeedRecord(MongoConnection connection, InstantSource clock) {
        this.records = connection.collection(COLLECTION);
        this.users = connection.users();
        this.clock = requireNonNull(clock, "clock");
    }

    /** Compares with the recorded fingerprint, and records this one where there is none; of several calls at once only one records. */
    public SeedOutcome compare(String fingerprint, Deadline deadline) {
        Document record = record(fingerprint);
        if (records.unlessDuplicate(deadline, all -> all.insertOne(record)).isPresent()) {
            return SeedOutcome.FIRST;
        }
        if (isRecorded(fingerprint, deadline)) {
            return SeedOutcome.SAME;
        }
        boolean anyUser = users.within(
                deadline,
                rows -> Optional.ofNullable(rows.find().projection(include(ID)).first())
                        .isPresent());
        return anyUser ? SeedOutcome.DIFFERENT_WITH_USERS : SeedOutcome.DIFFERENT_WITHOUT_USERS;
    }

    /** Whether this fingerprint is the recorded one; records nothing. */
    public boolean isRecorded(String fingerprint, Deadline deadline) {
        return records.within(
                deadline,
                all -> Optional.ofNullable(all.find(eq(ID, SEED)).first())
                        .filter(stored -> fingerprint.equals(stored.getString(FINGERPRINT)))
                        .isPresent());
    }

    /** Records this fingerprint in place of any other. */
    public void accept(String fingerprint, Deadline deadline) {
        Document record = record(fingerprint);
        records.within(deadline, all -> all.replaceOne(eq(ID, SEED), record, new ReplaceOptions().upsert(true)));
    }

    private Document record(String fingerprint) {
        return new Document(ID, SEED)
                .append(FINGERPRINT, requireNonNull(fingerprint, "fingerprint"))
                .append(TIMESTAMP, Date.from(clock.instant()));
    }

    /** The outcome of a comparison. */
    public enum SeedOutcome {
        SAME,
        /** None was recorded; now this one is. */
        FIRST,
        /** Another one is recorded, and there are users whose ids were made from it. */
        DIFFERENT_WITH_USERS,
        /** Another one is recorded, but there are no users. */
        DIFFERENT_WITHOUT_USERS
    }
}
