package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.github.auraauth.adapter.mongo.RemovalDocuments.AT;
import static io.github.auraauth.adapter.mongo.RemovalDocuments.SEQ;
import static java.util.Objects.requireNonNull;

import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.RemovalLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The log of removals in MongoDB: a line's {@code _id} is its number, so that the one index that every collection has
 * gives each number once. Only lines that a majority holds are read: a line that a failover could take back would let
 * its number be given twice.
 */
public final class MongoRemovalLog implements RemovalLog {
    private static final String COLLECTION = "removals";

    /** How many numbers beyond a known one are asked for at once; a poll mostly finds none of them. */
    private static final int NEAR = 32;

    /** How many are asked for by number at most; more are cheaper as a range. */
    private static final int FAR = 1_000;

    private final MongoCalls lines;
    private final AppendTurns turns = new AppendTurns();
    private final AtomicLong known = new AtomicLong();

    public MongoRemovalLog(MongoConnection connection) {
        this.lines = connection.collection(COLLECTION).with(all -> all.withReadConcern(ReadConcern.MAJORITY));
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
        List<RemovalEntry> here = named(seq, 1 + NEAR, deadline);
        List<RemovalEntry> next = here.isEmpty() ? range(seq, most, deadline) : follow(here, most, deadline);
        next.forEach(line -> known.accumulateAndGet(line.seq(), Math::max));
        return next.stream().limit(most).toList();
    }

    /** Forgets from the oldest line on, up to the first one of {@code time} or later, whatever comes behind it. */
    @Override
    public void forgetBefore(Instant time, Deadline deadline) {
        Bson fresh = gte(AT, Date.from(requireNonNull(time, "time")));
        long newest = newest(deadline);
        long kept = first(deadline, all -> all.find(fresh).sort(ascending(SEQ)))
                .map(RemovalEntry::seq)
                .orElse(newest);
        lines.within(deadline, all -> all.deleteMany(lt(SEQ, Math.min(kept, newest))));
    }

    /** Tries the number after the newest line; who comes second tries the next. Ends with the deadline. */
    private RemovalEntry append(HashedAuraId auraId, long opening, Instant at, Deadline deadline) {
        return turns.take(deadline, () -> {
            while (true) {
                RemovalEntry line =
                        new RemovalEntry(newest(deadline) + 1, auraId, opening, at.truncatedTo(ChronoUnit.MILLIS));
                if (lines.unlessDuplicate(deadline, all -> all.insertOne(RemovalDocuments.of(line)))
                        .isPresent()) {
                    known.accumulateAndGet(line.seq(), Math::max);
                    return line;
                }
            }
        });
    }

    /** The newest line's number, 0 where there is none. */
    private long newest(Deadline deadline) {
        List<RemovalEntry> near = named(known.get(), 1 + NEAR, deadline);
        return !near.isEmpty() && near.size() <= NEAR
                ? near.get(near.size() - 1).seq()
                : first(deadline, all -> all.find().sort(descending(SEQ)))
                        .map(RemovalEntry::seq)
                        .orElse(0L);
    }

    /** What follows the first of these lines: the others, and if all that were asked for are there, those beyond. */
    private List<RemovalEntry> follow(List<RemovalEntry> here, int most, Deadline deadline) {
        List<RemovalEntry> lines = new ArrayList<>(here.subList(1, here.size()));
        if (here.size() > NEAR) {
            long last = here.get(NEAR).seq();
            lines.addAll(most <= FAR ? named(last + 1, most, deadline) : range(last, most, deadline));
        }
        return lines;
    }

    /**
     * The line of that number and those that follow it, as many as asked for or up to the end; empty when that line is not
     * there. Asking for each number by name costs the same whatever the length of the log, also where a server has no
     * ordered index; as there is no gap, the first missing number ends the log.
     */
    private List<RemovalEntry> named(long seq, int asked, Deadline deadline) {
        List<Long> numbers = LongStream.iterate(seq, number -> number >= seq, number -> number + 1)
                .limit(asked)
                .boxed()
                .toList();
        List<RemovalEntry> lines = seq < 1 ? List.of() : all(deadline, every -> every.find(in(SEQ, numbers)));
        boolean whole = !lines.isEmpty()
                && lines.get(0).seq() == seq
                && lines.get(lines.size() - 1).seq() == seq + lines.size() - 1;
        return whole ? lines : List.of();
    }

    private List<RemovalEntry> range(long seq, int most, Deadline deadline) {
        return all(deadline, every -> every.find(gt(SEQ, seq)).limit(most));
    }

    private List<RemovalEntry> all(
            Deadline deadline, Function<MongoCollection<Document>, FindIterable<Document>> find) {
        return lines.within(
                deadline,
                every -> find.apply(every)
                        .sort(ascending(SEQ))
                        .map(RemovalDocuments::toEntry)
                        .into(new ArrayList<>()));
    }

    private Optional<RemovalEntry> first(
            Deadline deadline, Function<MongoCollection<Document>, FindIterable<Document>> find) {
        return lines.within(
                deadline,
                every -> Optional.ofNullable(find.apply(every).limit(1).first()).map(RemovalDocuments::toEntry));
    }
}
