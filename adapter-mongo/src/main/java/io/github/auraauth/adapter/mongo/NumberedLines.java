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

/**
 * A log without gaps in MongoDB: a line's {@code _id} is its number, so that the one index that every collection has
 * gives each number once. Only lines that a majority holds are read: a line that a failover could take back would let
 * its number be given twice.
 */
final class NumberedLines<T> {
    /** The field that holds a line's number, a long. */
    static final String SEQ = "_id";

    /** How many numbers beyond a known one are asked for at once; a poll mostly finds none of them. */
    private static final int NEAR = 32;

    /** How many are asked for by number at most; more are cheaper as a range. */
    private static final int FAR = 1_000;

    private final MongoCalls lines;
    private final PrimaryConfirmation primary;
    private final Form<T> form;
    private final AppendTurns turns = new AppendTurns();
    private final AtomicLong known = new AtomicLong();

    NumberedLines(MongoConnection connection, String collection, Form<T> form) {
        this.lines = connection.collection(collection).with(all -> all.withReadConcern(ReadConcern.MAJORITY));
        this.primary = connection.primary();
        this.form = form;
    }

    /** How a line is written and read. */
    interface Form<T> {
        long seq(T line);

        Document toDocument(T line);

        T toLine(Document document);
    }

    /**
     * Tries the number after the newest line; who comes second tries the next. Ends with the deadline.
     *
     * @param numbered makes the line of a number
     */
    T append(LongFunction<T> numbered, Deadline deadline) {
        return turns.take(deadline, () -> {
            while (true) {
                T line = numbered.apply(newest(deadline) + 1);
                if (lines.unlessDuplicate(deadline, all -> all.insertOne(form.toDocument(line)))
                        .isPresent()) {
                    known.accumulateAndGet(form.seq(line), Math::max);
                    return line;
                }
            }
        });
    }

    /**
     * Lines beyond that number by rising number, as many as asked for at most; none that a majority held when this began is
     * missing.
     */
    List<T> after(long seq, int most, Deadline deadline) {
        primary.confirm(deadline);
        List<T> here = named(seq, 1 + NEAR, deadline);
        List<T> next = here.isEmpty() ? range(seq, most, deadline) : follow(here, most, deadline);
        next.forEach(line -> known.accumulateAndGet(form.seq(line), Math::max));
        return next.stream().limit(most).toList();
    }

    /** The newest line's number, 0 where there is none. */
    long newest(Deadline deadline) {
        List<T> near = named(known.get(), 1 + NEAR, deadline);
        return !near.isEmpty() && near.size() <= NEAR
                ? form.seq(near.get(near.size() - 1))
                : first(deadline, all -> all.find().sort(descending(SEQ)))
                        .map(form::seq)
                        .orElse(0L);
    }

    /** The first line that the query gives. */
    Optional<T> first(Deadline deadline, Function<MongoCollection<Document>, FindIterable<Document>> find) {
        return lines.within(
                deadline,
                every -> Optional.ofNullable(find.apply(every).limit(1).first()).map(form::toLine));
    }

    /** The collection, for what is not about numbers. */
    MongoCalls calls() {
        return lines;
    }

    /** What follows the first of these lines: the others, and if all that were asked for are there, those beyond. */
    private List<T> follow(List<T> here, int most, Deadline deadline) {
        List<T> next = new ArrayList<>(here.subList(1, here.size()));
        if (here.size() > NEAR) {
            long last = form.seq(here.get(NEAR));
            next.addAll(most <= FAR ? named(last + 1, most, deadline) : range(last, most, deadline));
        }
        return next;
    }

    /**
     * The line of that number and those that follow it, as many as asked for or up to the end; empty when that line is not
     * there. Asking for each number by name costs the same whatever the length of the log, also where a server has no
     * ordered index; as there is no gap, the first missing number ends the log.
     */
    private List<T> named(long seq, int asked, Deadline deadline) {
        List<Long> numbers = LongStream.iterate(seq, number -> number >= seq, number -> number + 1)
                .limit(asked)
                .boxed()
                .toList();
        List<T> found = seq < 1 ? List.of() : all(deadline, every -> every.find(in(SEQ, numbers)));
        boolean whole = !found.isEmpty()
                && form.seq(found.get(0)) == seq
                && form.seq(found.get(found.size() - 1)) == seq + found.size() - 1;
        return whole ? found : List.of();
    }

    private List<T> range(long seq, int most, Deadline deadline) {
        return all(deadline, every -> every.find(gt(SEQ, seq)).limit(most));
    }

    private List<T> all(Deadline deadline, Function<MongoCollection<Document>, FindIterable<Document>> find) {
        return lines.within(
                deadline,
                every ->
                        find.apply(every).sort(ascending(SEQ)).map(form::toLine).into(new ArrayList<>()));
    }
}
