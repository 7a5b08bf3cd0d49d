package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.UserDocuments.EXPIRES_AT;
import static io.github.auraauth.adapter.mongo.UserDocuments.ID;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** Removes expired users where no TTL index does, or none does it yet. To be called now and then. */
public final class ExpiredUserSweep {
    private static final int BATCH = 500;

    private final MongoCalls users;
    private final InstantSource clock;

    /** @param clock tells who is expired */
    public ExpiredUserSweep(MongoConnection connection, InstantSource clock) {
        this.users = connection.users();
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Removes all users that are expired now, in small batches, and tells how many this call removed.
     *
     * @throws io.github.auraauth.port.out.Outage when the store is away or the deadline passes; what was removed by
     *     then stays removed
     */
    public long sweep(Deadline deadline) {
        Bson expired = lte(EXPIRES_AT, Date.from(clock.instant()));
        long removed = 0;
        List<Object> ids;
        do {
            ids = someIds(expired, deadline);
            Bson stillExpired = and(in(ID, ids), expired);
            removed += users.within(deadline, rows -> rows.deleteMany(stillExpired))
                    .getDeletedCount();
        } while (ids.size() == BATCH);
        return removed;
    }

    private List<Object> someIds(Bson expired, Deadline deadline) {
        return users.within(
                deadline,
                rows -> rows.find(expired)
                        .projection(include(ID))
                        .limit(BATCH)
                        .map(row -> row.get(ID))
                        .into(new ArrayList<>()));
    }
}
