package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static io.github.auraauth.adapter.mongo.NumberedLines.SEQ;
import static io.github.auraauth.adapter.mongo.RemovalDocuments.AT;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.removal.RemovalLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** The log of removals in MongoDB. */
public final class MongoRemovalLog implements RemovalLog {
    private static final String COLLECTION = "removals";

    private final NumberedLines<RemovalEntry> lines;

    public MongoRemovalLog(MongoConnection connection) {
        this.lines = new NumberedLines<>(connection, COLLECTION, new RemovalDocuments());
    }

    @Override
    public RemovalEntry open(HashedAuraId auraId, Instant at, Deadline deadline) {
        return append(requireNonNull(auraId, "auraId"), 0, requireNonNull(at, "at"), deadline);
    }

    @Override
    public RemovalEntry close(RemovalEntry opening, Instant at, Deadline deadline) {
        requireNonNull(opening, "opening");
        return append(opening.auraId(), opening.seq(), requireNonNull(at, "at"), deadline);
    }

    @Override
    public List<RemovalEntry> after(long seq, int most, Deadline deadline) {
        return lines.after(seq, most, deadline);
    }

    /** Forgets from the oldest line on, up to the first one of {@code time} or later, whatever comes behind it. */
    @Override
    public void forgetBefore(Instant time, Deadline deadline) {
        Bson fresh = gte(AT, Date.from(requireNonNull(time, "time")));
        long newest = lines.newest(deadline);
        long kept = lines.first(deadline, all -> all.find(fresh).sort(ascending(SEQ)))
                .map(RemovalEntry::seq)
                .orElse(newest);
        lines.calls().within(deadline, all -> all.deleteMany(lt(SEQ, Math.min(kept, newest))));
    }

    private RemovalEntry append(HashedAuraId auraId, long opening, Instant at, Deadline deadline) {
        Instant stored = at.truncatedTo(ChronoUnit.MILLIS);
        return lines.append(seq -> new RemovalEntry(seq, auraId, opening, stored), deadline);
    }
}
