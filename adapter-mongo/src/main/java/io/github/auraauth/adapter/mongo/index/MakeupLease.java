package io.github.auraauth.adapter.mongo.index;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A lease that lets one instance at a time change indexes: a document that only one can insert, and that others may
 * delete once it has expired. No single step of the holder may take longer than {@link #STEP}.
 */
final class MakeupLease {
    /** The longest that a step may take, so that the lease outlives it. */
    static final Duration STEP = Duration.ofSeconds(45);

    private static final Duration TERM = Duration.ofSeconds(60);
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final GuardedCollection leases;
    private final InstantSource clock;
    private final String name;
    private final String owner;

    /**
     * @param definition name of the definition that is applied
     * @param owner unique for each run
     */
    MakeupLease(MongoConnection connection, InstantSource clock, String definition, String owner) {
        this.leases = connection.collection(AppliedVersions.COLLECTION);
        this.clock = clock;
        this.name = definition + ".lease";
        this.owner = owner;
    }

    /** Tries to take the lease; deletes an expired one, so that the next try may succeed. */
    boolean isTaken(Deadline deadline) {
        Document lease = new Document(ID, name).append(OWNER, owner).append(UNTIL, end());
        if (leases.unlessDuplicate(deadline, all -> all.insertOne(lease)).isPresent()) {
            return true;
        }
        leases.within(deadline, all -> all.deleteOne(and(eq(ID, name), lte(UNTIL, Date.from(clock.instant())))));
        return false;
    }

    /** @throws Outage.Contended when the lease expired and another instance deleted it */
    void renew(Deadline deadline) {
        long matched = leases.within(deadline, all -> all.updateOne(mine(), set(UNTIL, end())))
                .getMatchedCount();
        if (matched == 0) {
            throw new Outage.Contended(MongoConnection.DEPENDENCY);
        }
    }

    void giveBack(Deadline deadline) {
        leases.within(deadline, all -> all.deleteOne(mine()));
    }

    private Bson mine() {
        return and(eq(ID, name), eq(OWNER, owner));
    }

    private Date end() {
        return Date.from(clock.instant().plus(TERM));
    }
}
