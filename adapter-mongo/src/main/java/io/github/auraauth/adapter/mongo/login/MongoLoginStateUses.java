package io.github.auraauth.adapter.mongo.login;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginStateUses;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The used login states in MongoDB: the insert under a unique {@code _id} decides which use is the first. */
public final class MongoLoginStateUses implements LoginStateUses {
    private static final String COLLECTION = "loginStates";

    /** When the note expires, for the TTL index and the sweep. */
    private static final String END = "end";

    private final GuardedCollection notes;

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
