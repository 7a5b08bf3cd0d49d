package io.github.auraauth.adapter.mongo;

import com.mongodb.MongoServerException;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The circuit breaker of one connection: when several calls in a row reach no server, for longer than an instant, further
 * calls are refused at once, and one call at a time tests whether the server is back. Safe for use by many threads.
 */
final class MongoCircuitBreaker {
    /** How long no call is made after the breaker has opened. */
    static final Duration OPEN_STATE_DURATION = Duration.ofMillis(500);

    /** The longest that a call may take that tests whether the server is back. */
    static final Duration LONGEST_TRIAL = Duration.ofSeconds(1);

    /**
     * Calls with more time than this are never refused: they belong to a command, the start, or a background job, and keep
     * no caller waiting. No request has so much time.
     */
    static final Duration NEVER_REFUSED_ABOVE = Duration.ofSeconds(10);

    /** How long calls must have failed without a success: connections that break at one moment are one failure. */
    static final Duration LEAST_FAILURE_PERIOD = Duration.ofMillis(200);

    /** How many failures in a row open it. */
    static final int FAILURES_TO_OPEN = 5;

    private static final Logger LOG = LoggerFactory.getLogger(MongoCircuitBreaker.class);

    private final CircuitBreaker breaker;
    private final InstantSource clock;
    private final AtomicInteger transitions = new AtomicInteger();

    /** Written without a lock: of several failures at one moment any may win, since they are equally old. */
    private volatile Instant failingSince = Instant.MAX;

    /**
     * @param name of the connection in log and metrics
     * @param clock one that is never set back
     */
    MongoCircuitBreaker(String name, InstantSource clock) {
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(100)
                        .slidingWindow(
                                FAILURES_TO_OPEN,
                                FAILURES_TO_OPEN,
                                SlidingWindowType.COUNT_BASED,
                                SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .waitDurationInOpenState(OPEN_STATE_DURATION)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .writableStackTraceEnabled(false)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
        breaker.getEventPublisher().onStateTransition(changed -> {
            transitions.incrementAndGet();
            LOG.atWarn()
                    .addKeyValue("host", name)
                    .addKeyValue("from", changed.getStateTransition().getFromState())
                    .addKeyValue("to", changed.getStateTransition().getToState())
                    .log("breaker");
        });
    }

    /** Whether calls are refused. */
    boolean isOpen() {
        return breaker.getState() != State.CLOSED;
    }

    /**
     * Makes the call, which is given how many milliseconds it may take.
     *
     * @throws Outage.CircuitOpen when it is not made
     */
    <T> T call(Deadline deadline, LongFunction<T> call) {
        return call(attempt(deadline), call);
    }

    /** Makes the call even while the breaker is open, with all its time: for callers that can only wait. */
    <T> T callAnyway(Deadline deadline, LongFunction<T> call) {
        return call(new Attempt(GuardedCollection.millisLeft(deadline), true), call);
    }

    /**
     * Permission for one call, which tells it what came of it.
     *
     * @throws Outage.CircuitOpen when the call must not be made
     */
    Attempt attempt(Deadline deadline) {
        long millis = GuardedCollection.millisLeft(deadline);
        return new Attempt(millis, millis > NEVER_REFUSED_ABOVE.toMillis());
    }

    private static <T> T call(Attempt attempt, LongFunction<T> call) {
        try (attempt) {
            T answer = call.apply(attempt.millis());
            attempt.succeeded();
            return answer;
        } catch (RuntimeException e) {
            attempt.failed(e);
            throw e;
        }
    }

    /** One call that is being made. For use by one thread. */
    final class Attempt implements AutoCloseable {
        private final boolean trial;
        private final int acquired;
        private final long millis;
        private final Instant began;
        private boolean judged;

        private Attempt(long millis, boolean neverRefused) {
            if (!neverRefused && !breaker.tryAcquirePermission()) {
                throw new Outage.CircuitOpen(MongoConnection.DEPENDENCY);
            }
            // By the state itself, which is there before its permission is, and not by an event, which is told later: a
            // trial that counted as a call of the state before would keep the one permission for ever.
            this.trial = !neverRefused && breaker.getState() == State.HALF_OPEN;
            this.acquired = transitions.get();
            this.millis = trial ? Math.min(millis, LONGEST_TRIAL.toMillis()) : millis;
            this.began = clock.instant();
        }

        /** How long the call may take. */
        long millis() {
            return millis;
        }

        void succeeded() {
            MongoCircuitBreaker.this.succeeded(counts());
            judged = true;
        }

        /** An error that a server answers is a sign that there is one; others may say nothing. */
        void failed(RuntimeException failure) {
            if (ServerLoss.isToldBy(failure, millis)) {
                judged = MongoCircuitBreaker.this.failed(began, counts(), failure);
            } else if (failure instanceof MongoServerException
                    || DriverFailures.refusal(failure).isPresent()) {
                succeeded();
            }
        }

        /** Gives the permission back where the call said nothing of the server. */
        @Override
        public void close() {
            if (!judged && trial) {
                breaker.releasePermission();
            }
        }

        /** A trial always; another call unless the breaker has changed its state since. */
        private boolean counts() {
            return trial || acquired == transitions.get();
        }
    }

    private void succeeded(boolean counts) {
        if (!failingSince.equals(Instant.MAX)) {
            failingSince = Instant.MAX;
        }
        if (counts) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** Says whether the failure was counted. */
    private boolean failed(Instant began, boolean counts, RuntimeException failure) {
        Instant known = failingSince;
        Instant since = began.isBefore(known) ? began : known;
        failingSince = since;
        boolean counted = counts && !since.plus(LEAST_FAILURE_PERIOD).isAfter(clock.instant());
        if (counted) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
        return counted;
    }
}
