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
 * Shows that the server which is read from is the primary that a majority of its replica set follows, by a write of our own
 * that the majority acknowledges: a primary that was cut off goes on answering reads, whatever their read concern, until it
 * notices. One document an instance, always the same one. Nothing is written where there is no replica set. Safe for use by
 * many threads.
 */
final class PrimaryConfirmation {
    static final String COLLECTION = "instances";

    /** How old what is read may be. */
    static final Duration FRESH = Duration.ofSeconds(1);

    /** After which time the document of an instance that was killed is taken away, and how often that is looked for. */
    static final Duration STALE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PrimaryConfirmation.class);
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final Duration LONGEST_END = Duration.ofMillis(500);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCalls instances;
    private final BooleanSupplier standalone;
    private final InstantSource clock;
    private final ObjectId self = new ObjectId();
    private final AppendTurns turns = new AppendTurns();
    private volatile Instant confirmedAt = Instant.MIN;
    private volatile Instant sweptAt = Instant.MIN;

    /**
     * @param instances the collection of the instances' documents
     * @param standalone tells whether there is one server only, which nobody can cut off from others
     */
    PrimaryConfirmation(MongoCalls instances, BooleanSupplier standalone, InstantSource clock) {
        this.instances = instances.with(all -> all.withWriteConcern(WriteConcern.MAJORITY));
        this.standalone = standalone;
        this.clock = clock;
    }

    /** @throws Outage when the majority does not acknowledge within the deadline */
    void confirm(Deadline deadline) {
        if (standalone.getAsBoolean()) {
            return;
        }
        Instant began = clock.instant();
        instances.unlessDuplicate(deadline, all -> all.updateOne(eq(ID, self), set(AT, Date.from(began)), UPSERT));
        confirmedAt = began;
        if (began.isAfter(sweptAt.plus(STALE))) {
            Date before = Date.from(began.minus(STALE));
            instances.within(deadline, all -> all.deleteMany(lt(AT, before)));
            sweptAt = began;
        }
    }

    /** The same, unless the last confirmation began at most a second ago. */
    void ensure(Deadline deadline) {
        if (isDue()) {
            turns.take(deadline, () -> {
                if (isDue()) {
                    confirm(deadline);
                }
                return self;
            });
        }
    }

    /** Takes our own document away, if that can be done soon. */
    void end() {
        if (confirmedAt.equals(Instant.MIN)) {
            return;
        }
        try {
            Deadline deadline = Deadline.in(LONGEST_END, clock);
            instances.within(deadline, all -> all.deleteOne(eq(ID, self)));
        } catch (Outage outage) {
            LOG.debug("the document of this instance stays until it is stale: {}", outage.getMessage());
        }
    }

    private boolean isDue() {
        return clock.instant().isAfter(confirmedAt.plus(FRESH)) && !standalone.getAsBoolean();
    }
}
