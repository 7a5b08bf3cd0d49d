package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginStateUses;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The used login states in MongoDB: one insert under a unique {@code _id} says who was first. */
public final class MongoLoginStateUses implements LoginStateUses {
    static final String COLLECTION = "loginStates";

    /** From when on a note may be forgotten, which is what the TTL index and the sweep look at. */
    private static final String END = "end";

    private final MongoCalls notes;

    public MongoLoginStateUses(MongoConnection connection) {
        this.notes = connection.collection(COLLECTION);
    }

    @Override
    public StateUseOutcome use(StateDigest state, Instant end, Deadline deadline) {
        Document note = new Document("_id", requireNonNull(state, "state").hex())
                .append(END, Date.from(requireNonNull(end, "end")));
        return notes.unlessDuplicate(deadline, all -> all.insertOne(note)).isPresent()
                ? StateUseOutcome.FIRST
                : StateUseOutcome.REPEATED;
    }

    @Override
    public boolean isUsed(StateDigest state, Deadline deadline) {
        Bson one = eq("_id", requireNonNull(state, "state").hex());
        return notes.within(deadline, all -> all.find(one).first() != null);
    }
}
