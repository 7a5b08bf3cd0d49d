package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.lte;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Forgets what had to be remembered for a while only, where no TTL index does, or none does it yet: used login states and
 * erased auraIds. To be called now and then.
 */
public final class PassingNotes {
    static final String LOGIN_STATES = "loginStates";
    static final String ERASED_AURA_IDS = "erasedAuraIds";

    /** From when on a note may be forgotten. */
    static final String END = "end";

    private final List<MongoCalls> collections;
    private final InstantSource clock;

    /** @param clock tells what may be forgotten */
    public PassingNotes(MongoConnection connection, InstantSource clock) {
        this.collections = List.of(connection.collection(LOGIN_STATES), connection.collection(ERASED_AURA_IDS));
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Forgets what may be forgotten now, and tells how much that was.
     *
     * @throws io.github.auraauth.port.out.Outage when the store is away or the deadline passes
     */
    public long forget(Deadline deadline) {
        Bson past = lte(END, Date.from(clock.instant()));
        return collections.stream()
                .mapToLong(notes ->
                        notes.within(deadline, all -> all.deleteMany(past)).getDeletedCount())
                .sum();
    }
}
