package io.github.auraauth.adapter.mongo.erasure;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;

/** The auraIds of erased persons in MongoDB, one document each. */
public final class MongoErasedAuraIds implements ErasedAuraIds {
    private static final String COLLECTION = "erasedAuraIds";

    private static final String ERASED_AT = "erasedAt";
    /** When the note expires, for the TTL index and the sweep. */
    private static final String END = "end";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final GuardedCollection notes;

    public MongoErasedAuraIds(MongoConnection connection) {
        this.notes = connection.confirmed(COLLECTION);
    }

    @Override
    public void note(Set<HashedAuraId> auraIds, Instant erasedAt, Instant end, Deadline deadline) {
        requireNonNull(auraIds, "auraIds");
        Bson later = combine(
                max(ERASED_AT, Date.from(requireNonNull(erasedAt, "erasedAt"))),
                max(END, Date.from(requireNonNull(end, "end"))));
        requireNonNull(deadline, "deadline");
        auraIds.forEach(auraId -> note(auraId, later, deadline));
    }

    /** When several calls insert at once, all but one are refused; then the document can be updated. */
    private void note(HashedAuraId auraId, Bson later, Deadline deadline) {
        Bson one = eq("_id", auraId.hex());
        if (notes.unlessDuplicate(deadline, all -> all.updateOne(one, later, UPSERT))
                .isEmpty()) {
            notes.within(deadline, all -> all.updateOne(one, later));
        }
    }

    @Override
    public Optional<Instant> erasedAt(HashedAuraId auraId, Deadline deadline) {
        Bson one = eq("_id", requireNonNull(auraId, "auraId").hex());
        return notes.first(one, deadline).map(note -> note.getDate(ERASED_AT).toInstant());
    }
}
