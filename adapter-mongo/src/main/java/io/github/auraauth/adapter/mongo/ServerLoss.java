package io.github.auraauth.adapter.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import java.time.Duration;
import java.util.stream.Stream;

/** Tells failures that mean that no server could be reached from all others. */
final class ServerLoss {
    /** A call that timed out with less time than this says nothing about the server. */
    static final Duration LEAST_COUNTED_TIMEOUT = Duration.ofMillis(500);

    private ServerLoss() {}

    /**
     * Whether no server was available for a call; an error that a server answers is no such sign.
     *
     * @param millis that the call was given
     */
    static boolean isToldBy(RuntimeException failure, long millis) {
        if (DriverFailures.refusal(failure).isPresent()) {
            return false;
        }
        return DriverFailures.isTimeout(failure)
                ? millis >= LEAST_COUNTED_TIMEOUT.toMillis()
                : Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(ServerLoss::isLossOfServer);
    }

    private static boolean isLossOfServer(Throwable cause) {
        return cause instanceof MongoSocketException
                || cause instanceof MongoNotPrimaryException
                || cause instanceof MongoNodeIsRecoveringException
                || cause instanceof MongoServerUnavailableException
                || cause instanceof MongoConnectionPoolClearedException;
    }
}
