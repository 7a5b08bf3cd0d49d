package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * An append-only log in MongoDB whose entries are numbered without gaps: an entry's {@code _id} is its sequence number, so
 * that the index which every collection has gives each number only once. Reads see only what a majority holds: an entry that a
 * failover could take back would let its number be given twice. Safe for use by many threads and processes.
 *
 * @param <T> an entry
 */
public final class SequencedLog<T> {
    /** The field that holds an entry's sequence number, a long. */
    public static final String SEQ = "_id";

    /** How many numbers beyond a known one are asked for at once; a poll mostly finds none of them. */
    private static final int NEAR = 32;

    /** How many are asked for by number at most; more are cheaper as a range. */
    private static final int FAR = 1_000;

    private final GuardedCollection entries;
    private final MongoConnection connection;
    private final EntryCodec<T> codec;

    /** Threads that all tried the same number at once would need as many rounds as there are threads. */
    private final DeadlineLock appendLock = new DeadlineLock();

    private final AtomicLong known = new AtomicLong();

    public SequencedLog(MongoConnection connection, String collection, EntryCodec<T> codec) {
        this.entries = connection.collection(collection).with(all -> all.withReadConcern(ReadConcern.MAJORITY));
        this.connection = connection;
        this.codec = codec;
    }

    /**
     * How an entry is written and read.
     *
     * @param <T> an entry
     */
    public interface EntryCodec<T> {
        /** The entry's sequence number. */
        long seq(T entry);

        /** The document to store, with the sequence number in {@link SequencedLog#SEQ}. */
        Document encode(T entry);

        /** The entry that such a document holds. */
        T decode(Document document);
    }

    /**
     * Appends the entry under the number after the newest one, trying the next number when another process was faster.
     *
     * @param numbered makes the entry of a number
     * @throws io.github.auraauth.port.Outage when the database is away or the deadline passes
     */
    public T append(LongFunction<T> numbered, Deadline deadline) {
        return appendLock.whileHeld(deadline, () -> {
            while (true) {
                T entry = numbered.apply(newest(deadline) + 1);
                if (entries.unlessDuplicate(deadline, all -> all.insertOne(codec.encode(entry)))
                        .isPresent()) {
                    known.accumulateAndGet(codec.seq(entry), Math::max);
                    return entry;
                }
            }
        });
    }

    /**
     * The entries beyond that number by rising number, at most {@code most}; includes every one that a majority held when the
     * call began.
     *
     * @throws io.github.auraauth.port.Outage as of {@link #append}
     */
    public List<T> after(long seq, int most, Deadline deadline) {
        connection.confirmPrimary(deadline);
        List<T> here = consecutive(seq, 1 + NEAR, deadline);
        List<T> next = here.isEmpty() ? range(seq, most, deadline) : following(here, most, deadline);
        next.forEach(entry -> known.accumulateAndGet(codec.seq(entry), Math::max));
        return next.stream().limit(most).toList();
    }

    /** The newest entry's number, 0 where there is none. */
    public long newest(Deadline deadline) {
        List<T> near = consecutive(known.get(), 1 + NEAR, deadline);
        return !near.isEmpty() && near.size() <= NEAR
                ? codec.seq(near.get(near.size() - 1))
                : first(new Document(), descending(SEQ), deadline)
                        .map(codec::seq)
                        .orElse(0L);
    }

    /** The oldest entry that the filter matches. */
    public Optional<T> first(Bson filter, Deadline deadline) {
        return first(filter, ascending(SEQ), deadline);
    }

    private Optional<T> first(Bson filter, Bson order, Deadline deadline) {
        return entries.within(
                deadline,
                all -> Optional.ofNullable(all.find(filter).sort(order).first()).map(codec::decode));
    }

    /** What follows the first of these entries: the others, and if all that were asked for are there, those beyond. */
    private List<T> following(List<T> here, int most, Deadline deadline) {
        List<T> next = new ArrayList<>(here.subList(1, here.size()));
        if (here.size() > NEAR) {
            long last = codec.seq(here.get(NEAR));
            next.addAll(most <= FAR ? consecutive(last + 1, most, deadline) : range(last, most, deadline));
        }
        return next;
    }

    /**
     * The entry of that number and those that follow it, as many as asked for or up to the end; empty when that entry is not
     * there. Asking for each number by name costs the same whatever the length of the log, also where a server has no
     * ordered index; as there is no gap, the first missing number ends the log.
     */
    private List<T> consecutive(long seq, int asked, Deadline deadline) {
        List<Long> numbers = LongStream.iterate(seq, number -> number >= seq, number -> number + 1)
                .limit(asked)
                .boxed()
                .toList();
        List<T> found = seq < 1 ? List.of() : all(deadline, all -> all.find(in(SEQ, numbers)));
        boolean whole = !found.isEmpty()
                && codec.seq(found.get(0)) == seq
                && codec.seq(found.get(found.size() - 1)) == seq + found.size() - 1;
        return whole ? found : List.of();
    }

    private List<T> range(long seq, int most, Deadline deadline) {
        return all(deadline, all -> all.find(gt(SEQ, seq)).limit(most));
    }

    private List<T> all(Deadline deadline, Function<MongoCollection<Document>, FindIterable<Document>> query) {
        return entries.within(
                deadline,
                all -> query.apply(all).sort(ascending(SEQ)).map(codec::decode).into(new ArrayList<>()));
    }
}
