package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The right of one instance at a time to change indexes: a document that only one can insert, and that another may take
 * away once its time is over. No single step of the holder may take longer than {@link #STEP}.
 */
final class MakeupLease {
    /** The longest that a step may take, so that the lease outlives it. */
    static final Duration STEP = Duration.ofSeconds(45);

    private static final Duration TERM = Duration.ofSeconds(60);
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final MongoCalls leases;
    private final InstantSource clock;
    private final String name;
    private final String owner;

    /**
     * @param definition name of what is made
     * @param owner different for every run
     */
    MakeupLease(MongoConnection connection, InstantSource clock, String definition, String owner) {
        this.leases = connection.collection(VersionControl.COLLECTION);
        this.clock = clock;
        this.name = definition + ".lease";
        this.owner = owner;
    }

    /** Whether the lease is ours now; also takes one away whose time is over, for the next try. */
    boolean isTaken(Deadline deadline) {
        Document lease = new Document(ID, name).append(OWNER, owner).append(UNTIL, end());
        if (leases.unlessDuplicate(deadline, all -> all.insertOne(lease)).isPresent()) {
            return true;
        }
        leases.within(deadline, all -> all.deleteOne(and(eq(ID, name), lte(UNTIL, Date.from(clock.instant())))));
        return false;
    }

    /** @throws Outage.Contended when another one has taken it away */
    void renew(Deadline deadline) {
        long matched = leases.within(deadline, all -> all.updateOne(mine(), set(UNTIL, end())))
                .getMatchedCount();
        if (matched == 0) {
            throw new Outage.Contended(MongoCalls.DEPENDENCY);
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
