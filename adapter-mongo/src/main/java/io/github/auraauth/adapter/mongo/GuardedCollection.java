package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection, each call to which keeps to its deadline and passes the circuit breaker of its connection. The driver's
 * exceptions become outages, except that a duplicate key may be an expected answer. Safe for use by many threads.
 */
public final class GuardedCollection {
    private final MongoCollection<Document> collection;
    private final MongoCircuitBreaker breaker;
    private final Consumer<Deadline> precondition;

    /** @param breaker of the collection's connection */
    GuardedCollection(MongoCollection<Document> collection, MongoCircuitBreaker breaker) {
        this(collection, breaker, deadline -> {});
    }

    private GuardedCollection(
            MongoCollection<Document> collection, MongoCircuitBreaker breaker, Consumer<Deadline> precondition) {
        this.collection = collection;
        this.breaker = breaker;
        this.precondition = precondition;
    }

    /** Its name. */
    public String name() {
        return collection.getNamespace().getCollectionName();
    }

    /** The name of its database. */
    public String database() {
        return collection.getNamespace().getDatabaseName();
    }

    /** The same collection with other settings of the driver. */
    public GuardedCollection with(Function<MongoCollection<Document>, MongoCollection<Document>> settings) {
        return new GuardedCollection(settings.apply(collection), breaker, precondition);
    }

    /** The same collection, each call of which runs the precondition first, within the same deadline. */
    GuardedCollection precededBy(Consumer<Deadline> first) {
        return new GuardedCollection(collection, breaker, first);
    }

    /**
     * Returns what the call returns.
     *
     * @throws Outage when the driver fails, a duplicate key included, or the deadline passes
     */
    public <T> T within(Deadline deadline, Function<MongoCollection<Document>, T> call) {
        precondition.accept(deadline);
        MongoCircuitBreaker.Attempt attempt = breaker.attempt(deadline);
        try {
            T answer = call.apply(collection.withTimeout(attempt.millis(), TimeUnit.MILLISECONDS));
            attempt.succeeded();
            return answer;
        } catch (RuntimeException e) {
            attempt.failed(e);
            throw DriverFailures.translated(e);
        } finally {
            attempt.close();
        }
    }

    /**
     * Returns what the call returns, however long that takes: neither the driver nor the server ends it, and the circuit
     * breaker is not asked and hears nothing of it.
     *
     * @throws Outage when the driver fails, a duplicate key included
     */
    public <T> T withoutLimit(Function<MongoCollection<Document>, T> call) {
        return DriverFailures.translated(() -> call.apply(collection.withTimeout(0, TimeUnit.MILLISECONDS)));
    }

    /**
     * Returns what the write returns, or empty when a unique index refused it.
     *
     * @throws Outage as of {@link #within}
     */
    public <T> Optional<T> unlessDuplicate(Deadline deadline, Function<MongoCollection<Document>, T> write) {
        return within(deadline, timed -> {
            try {
                return Optional.of(write.apply(timed));
            } catch (MongoException e) {
                if (DriverFailures.isDuplicateKey(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The first document that the filter takes. */
    public Optional<Document> first(Bson filter, Deadline deadline) {
        return within(deadline, all -> Optional.ofNullable(all.find(filter).first()));
    }

    /** Inserts a document whose keys nobody else can have. */
    public void insertOne(Document document, Deadline deadline) {
        within(deadline, all -> all.insertOne(document));
    }

    /** Whether the filter took a document, of which the first is gone now. */
    public boolean deleteOne(Bson filter, Deadline deadline) {
        return within(deadline, all -> all.deleteOne(filter)).getDeletedCount() > 0;
    }

    /** Removes all documents that the filter takes. */
    public void deleteMany(Bson filter, Deadline deadline) {
        within(deadline, all -> all.deleteMany(filter));
    }

    /** At least 1, since the driver takes 0 for no limit at all. */
    static long millisLeft(Deadline deadline) {
        long millis = requireNonNull(deadline, "deadline").remaining().toMillis();
        if (millis < 1) {
            throw new Outage.TimedOut(MongoConnection.DEPENDENCY);
        }
        return millis;
    }
}
