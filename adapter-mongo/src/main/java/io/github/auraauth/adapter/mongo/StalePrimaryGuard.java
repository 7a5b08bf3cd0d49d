package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.BooleanSupplier;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards reads against a stale primary: one that was cut off goes on answering reads, whatever their read concern, until it
 * notices. It writes one document for each instance, which only a primary that the majority follows can acknowledge.
 * Nothing is written where there is no replica set. Safe for use by many threads.
 */
final class StalePrimaryGuard {
    static final String COLLECTION = "instances";

    /** For how long one confirmation counts. */
    static final Duration FRESH = Duration.ofSeconds(1);

    /** The age at which the document of a killed instance is removed, and how often such documents are looked for. */
    static final Duration STALE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(StalePrimaryGuard.class);
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final GuardedCollection instances;
    private final BooleanSupplier standalone;
    private final InstantSource clock;
    private final ObjectId self = new ObjectId();
    private final DeadlineLock lock = new DeadlineLock();
    private volatile Instant confirmedAt = Instant.MIN;
    private volatile Instant sweptAt = Instant.MIN;

    /**
     * @param instances the collection of the instances' documents
     * @param standalone tells whether there is only one server, which cannot be cut off from others
     */
    StalePrimaryGuard(GuardedCollection instances, BooleanSupplier standalone, InstantSource clock) {
        this.instances = instances.with(all -> all.withWriteConcern(WriteConcern.MAJORITY));
        this.standalone = standalone;
        this.clock = clock;
    }

    /**
     * Confirms that the majority follows the primary that is read from.
     *
     * @throws Outage when the majority does not acknowledge within the deadline
     */
    void confirm(Deadline deadline) {
        if (standalone.getAsBoolean()) {
            return;
        }
        Instant began = clock.instant();
        instances.unlessDuplicate(deadline, all -> all.updateOne(eq(ID, self), set(AT, Date.from(began)), UPSERT));
        confirmedAt = began;
        if (began.isAfter(sweptAt.plus(STALE))) {
            Date before = Date.from(began.minus(STALE));
            instances.deleteMany(lt(AT, before), deadline);
            sweptAt = began;
        }
    }

    /** Confirms unless the last confirmation began at most a second ago; exceptions as of {@link #confirm}. */
    void confirmIfDue(Deadline deadline) {
        if (isDue()) {
            lock.whileHeld(deadline, () -> {
                if (isDue()) {
                    confirm(deadline);
                }
                return self;
            });
        }
    }

    /** Removes the document of this instance, if that can be done soon. */
    void close() {
        if (confirmedAt.equals(Instant.MIN)) {
            return;
        }
        try {
            Deadline deadline = Deadline.in(LONGEST_CLOSE, clock);
            instances.within(deadline, all -> all.deleteOne(eq(ID, self)));
        } catch (Outage outage) {
            LOG.debug("the document of this instance stays until it is stale: {}", outage.getMessage());
        }
    }

    private boolean isDue() {
        return clock.instant().isAfter(confirmedAt.plus(FRESH)) && !standalone.getAsBoolean();
    }
}
