package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Calls to one collection, each within its deadline and by the breaker of its connection. The one place where the driver's exceptions become outages; a
 * duplicate key is no outage but an answer.
 */
final class MongoCalls {
    /** What outages and the probe call the dependency. */
    static final String DEPENDENCY = "mongo";

    private final MongoCollection<Document> collection;
    private final MongoCircuitBreaker breaker;
    private final Consumer<Deadline> before;

    /** @param breaker of the collection's connection */
    MongoCalls(MongoCollection<Document> collection, MongoCircuitBreaker breaker) {
        this(collection, breaker, deadline -> {});
    }

    private MongoCalls(MongoCollection<Document> collection, MongoCircuitBreaker breaker, Consumer<Deadline> before) {
        this.collection = collection;
        this.breaker = breaker;
        this.before = before;
    }

    /** The same collection with other settings of the driver. */
    MongoCalls with(Function<MongoCollection<Document>, MongoCollection<Document>> settings) {
        return new MongoCalls(settings.apply(collection), breaker, before);
    }

    /** The same collection; before each call that is done, within the call's deadline. */
    MongoCalls after(Consumer<Deadline> condition) {
        return new MongoCalls(collection, breaker, condition);
    }

    /** What the call answers; a duplicate key is not expected and an outage. */
    <T> T within(Deadline deadline, Function<MongoCollection<Document>, T> call) {
        before.accept(deadline);
        return translated(() ->
                breaker.call(deadline, millis -> call.apply(collection.withTimeout(millis, TimeUnit.MILLISECONDS))));
    }

    /** What the write answers; empty when a unique index refused it. */
    <T> Optional<T> unlessDuplicate(Deadline deadline, Function<MongoCollection<Document>, T> write) {
        return within(deadline, timed -> {
            try {
                return Optional.of(write.apply(timed));
            } catch (MongoException e) {
                if (isDuplicateKey(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** At least 1, since the driver takes 0 for no limit at all. */
    static long millisLeft(Deadline deadline) {
        long millis = requireNonNull(deadline, "deadline").remaining().toMillis();
        if (millis < 1) {
            throw new Outage.TimedOut(DEPENDENCY);
        }
        return millis;
    }

    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoTimeoutException
                | MongoExecutionTimeoutException
                | MongoSocketReadTimeoutException
                | MongoSocketWriteTimeoutException e) {
            throw new Outage.TimedOut(DEPENDENCY, e);
        } catch (MongoException e) {
            throw new Outage.Unavailable(DEPENDENCY, e);
        } catch (IllegalStateException closed) {
            // what the driver throws once the client is closed
            throw new Outage.Unavailable(DEPENDENCY, closed);
        }
    }

    static boolean isDuplicateKey(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
