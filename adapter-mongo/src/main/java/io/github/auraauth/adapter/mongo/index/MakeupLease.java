package io.github.auraauth.adapter.mongo.index;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A lease that lets one instance at a time change indexes: a document that only one can insert, and that others may
 * replace once it has expired. It says who changes what, for those who wait.
 */
final class MakeupLease {
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String PROCESS = "process";
    private static final String SINCE = "since";
    private static final String INDEX = "index";

    private final GuardedCollection leases;
    private final InstantSource clock;
    private final Duration term;
    private final String name;
    private final String process;
    private final String owner;

    /**
     * @param term how long it lasts when it is not renewed
     * @param definition name of the definition that is applied
     * @param process what people who wait are told of its holder
     * @param owner unique for each run
     */
    MakeupLease(
            MongoConnection connection,
            InstantSource clock,
            Duration term,
            String definition,
            String process,
            String owner) {
        this.leases = connection.collection(AppliedVersions.COLLECTION);
        this.clock = clock;
        this.term = term;
        this.name = definition + ".lease";
        this.process = process;
        this.owner = owner;
    }

    /**
     * Tries to take the lease, which its owner may take again. There is one from the moment that it is first taken until it
     * is given back: one that has expired is replaced, so that it is seen that its holder did not come to an end.
     */
    boolean isTaken(Deadline deadline) {
        Document lease = new Document(ID, name)
                .append(OWNER, owner)
                .append(UNTIL, end())
                .append(PROCESS, process)
                .append(SINCE, Date.from(clock.instant()));
        Bson mayBeTaken = and(eq(ID, name), or(eq(OWNER, owner), lte(UNTIL, Date.from(clock.instant()))));
        return leases.unlessDuplicate(deadline, all -> all.insertOne(lease)).isPresent()
                || leases.within(deadline, all -> all.replaceOne(mayBeTaken, lease))
                                .getMatchedCount()
                        > 0;
    }

    /** Who has the lease, or had it when it expired, and what it is for, in words; empty when there is none. */
    Optional<String> holder(Deadline deadline) {
        return leases.first(eq(ID, name), deadline).map(MakeupLease::words);
    }

    /**
     * Renews it.
     *
     * @param index that is worked on, for those who wait
     * @throws Outage.Contended when the lease expired and another instance took it
     */
    void renew(String index, Deadline deadline) {
        long matched = leases.within(
                        deadline, all -> all.updateOne(mine(), combine(set(UNTIL, end()), set(INDEX, index))))
                .getMatchedCount();
        if (matched == 0) {
            throw new Outage.Contended(MongoConnection.DEPENDENCY);
        }
    }

    void giveBack(Deadline deadline) {
        leases.within(deadline, all -> all.deleteOne(mine()));
    }

    private static String words(Document lease) {
        StringBuilder words = new StringBuilder(String.valueOf(lease.getOrDefault(PROCESS, "another instance")));
        if (lease.get(SINCE) instanceof Date since) {
            words.append(" since ").append(since.toInstant());
        }
        if (lease.get(INDEX) instanceof String index) {
            words.append(", now ").append(index);
        }
        return words.toString();
    }

    private Bson mine() {
        return and(eq(ID, name), eq(OWNER, owner));
    }

    private Date end() {
        return Date.from(clock.instant().plus(term));
    }
}
