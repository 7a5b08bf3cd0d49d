package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AURA_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.LAST_ACCESS;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.LastAccesses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes accesses in MongoDB on a given executor; what the executor rejects or an outage prevents is not noted. */
public final class MongoLastAccesses implements LastAccesses {
    private static final Logger LOG = LoggerFactory.getLogger(MongoLastAccesses.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final GuardedCollection users;
    private final Executor executor;
    private final InstantSource clock;

    /** @param executor bounded, and rejecting tasks under overload */
    public MongoLastAccesses(MongoConnection connection, Executor executor, InstantSource clock) {
        this.users = connection.users();
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void note(AuraId auraId, Instant at, Duration interval) {
        Bson longAgo = and(
                eq(AURA_ID, requireNonNull(auraId, "auraId").value()),
                // a value that is no date is replaced by one
                nor(gt(LAST_ACCESS, Date.from(requireNonNull(at, "at").minus(requireNonNull(interval, "interval"))))));
        try {
            executor.execute(() -> write(longAgo, at));
        } catch (RejectedExecutionException tooMuch) {
            LOG.debug("a last access was dropped under load");
        }
    }

    private void write(Bson longAgo, Instant at) {
        try {
            Deadline deadline = Deadline.in(LONGEST, clock);
            users.within(deadline, rows -> rows.updateOne(longAgo, set(LAST_ACCESS, Date.from(at))));
        } catch (Outage outage) {
            LOG.debug("a last access was not noted: {}", outage.getMessage());
        }
    }
}
