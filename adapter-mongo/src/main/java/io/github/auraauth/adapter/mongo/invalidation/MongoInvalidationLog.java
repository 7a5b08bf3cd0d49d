package io.github.auraauth.adapter.mongo.invalidation;

import static com.mongodb.client.model.Filters.gte;
import static io.github.auraauth.adapter.mongo.invalidation.InvalidationEntryCodec.AT;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SequencedLog;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** The invalidation log in MongoDB. */
public final class MongoInvalidationLog implements InvalidationLog {
    private static final String COLLECTION = "removals";

    private final SequencedLog<InvalidationEntry> entries;

    public MongoInvalidationLog(MongoConnection connection) {
        this.entries = new SequencedLog<>(connection, COLLECTION, new InvalidationEntryCodec());
    }

    @Override
    public InvalidationEntry open(HashedAuraId auraId, Instant at, Deadline deadline) {
        return append(requireNonNull(auraId, "auraId"), 0, requireNonNull(at, "at"), deadline);
    }

    @Override
    public InvalidationEntry close(InvalidationEntry opening, Instant at, Deadline deadline) {
        requireNonNull(opening, "opening");
        return append(opening.auraId(), opening.seq(), requireNonNull(at, "at"), deadline);
    }

    @Override
    public List<InvalidationEntry> after(long seq, int most, Deadline deadline) {
        return entries.after(seq, most, deadline);
    }

    /** Deletes from the oldest entry on, up to the first one of {@code time} or later, whatever follows it. */
    @Override
    public void forgetBefore(Instant time, Deadline deadline) {
        Bson fresh = gte(AT, Date.from(requireNonNull(time, "time")));
        long newest = entries.newest(deadline);
        long kept = entries.first(fresh, deadline).map(InvalidationEntry::seq).orElse(newest);
        entries.deleteBelow(Math.min(kept, newest), deadline);
    }

    private InvalidationEntry append(HashedAuraId auraId, long opening, Instant at, Deadline deadline) {
        Instant stored = at.truncatedTo(ChronoUnit.MILLIS);
        return entries.append(seq -> new InvalidationEntry(seq, auraId, opening, stored), deadline);
    }
}
