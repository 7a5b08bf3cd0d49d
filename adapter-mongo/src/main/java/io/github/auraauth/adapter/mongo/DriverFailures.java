package io.github.auraauth.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import io.github.auraauth.port.Outage;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table from the driver's exceptions to outages. */
final class DriverFailures {
    /** Error codes of a server that is not the primary, or is starting or stopping: an outage, not a refusal. */
    private static final Set<Integer> NO_PRIMARY = Set.of(91, 189, 10058, 10107, 11600, 11602, 13435, 13436);

    private DriverFailures() {}

    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** The outage that a failure of the driver is; any other failure as it is. */
    static RuntimeException translated(RuntimeException failure) {
        Optional<Outage.Refused> refusal = refusal(failure);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (isTimeout(failure)) {
            return new Outage.TimedOut(MongoConnection.DEPENDENCY, failure);
        }
        // an illegal state is what the driver throws once the client is closed
        boolean ofDriver = failure instanceof MongoException || failure instanceof IllegalStateException;
        return ofDriver ? new Outage.Unavailable(MongoConnection.DEPENDENCY, failure) : failure;
    }

    static boolean isTimeout(RuntimeException failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoExecutionTimeoutException
                || failure instanceof MongoSocketReadTimeoutException
                || failure instanceof MongoSocketWriteTimeoutException;
    }

    /**
     * What a server refused, if it did: a command, a write, or our login, which also fails the calls that waited for the
     * same connection. The answer that a server is not the primary is no refusal.
     */
    static Optional<Outage.Refused> refusal(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> answer(cause).stream())
                .filter(answer -> !NO_PRIMARY.contains(answer.code()))
                .findFirst()
                .map(answer ->
                        new Outage.Refused(MongoConnection.DEPENDENCY, answer.code(), answer.codeName(), failure));
    }

    static boolean isDuplicateKey(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private static Optional<Answer> answer(Throwable cause) {
        if (cause instanceof MongoCommandException command) {
            return Optional.of(new Answer(command.getErrorCode(), command.getErrorCodeName()));
        }
        if (cause instanceof MongoWriteException write) {
            return Optional.of(of(write.getError()));
        }
        if (cause instanceof MongoWriteConcernException unconfirmed) {
            return Optional.of(of(unconfirmed.getWriteConcernError()));
        }
        if (cause instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream()
                    .findFirst()
                    .map(DriverFailures::of)
                    .or(() -> Optional.ofNullable(bulk.getWriteConcernError()).map(DriverFailures::of));
        }
        return Optional.empty();
    }

    /** The driver keeps no name of it. */
    private static Answer of(WriteError error) {
        boolean duplicate = ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
        return new Answer(error.getCode(), duplicate ? "DuplicateKey" : "");
    }

    private static Answer of(WriteConcernError error) {
        return new Answer(error.getCode(), error.getCodeName());
    }

    private record Answer(int code, String codeName) {}
}
