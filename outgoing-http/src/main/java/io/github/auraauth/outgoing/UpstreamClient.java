package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The client of one upstream service, which is not asked for a while when it has failed too often. Safe for use by many
 * threads.
 */
public final class UpstreamClient {
    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 2, 0.5, Duration.ofSeconds(1));

    private final Exchanges exchanges;
    private final CircuitBreaker breaker;
    private final UpstreamTelemetry telemetry;
    private final RequestLimits limits;

    UpstreamClient(Exchanges exchanges, CircuitBreaker breaker, UpstreamTelemetry telemetry, RequestLimits limits) {
        this.exchanges = exchanges;
        this.breaker = breaker;
        this.telemetry = telemetry;
        this.limits = limits;
    }

    /**
     * What the upstream answers, whatever the status; a redirect is a response too. A repeatable request that fails, or
     * is answered with a status of 500 and above, is retried as long as there is time for it.
     *
     * @throws Outage.UpstreamFailed when the upstream cannot be reached, breaks off, sends more than 1 MiB, or does not
     *     say where its response ends
     * @throws Outage.UpstreamTimedOut when there is no complete response by the deadline, or within a request's time
     * @throws Outage.Paused at once when it has failed too often lately
     */
    public UpstreamResponse send(UpstreamRequest request, Deadline deadline) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(deadline, "deadline");
        int retries = request.isRepeatable() ? limits.retries() : 0;
        for (int retry = 1; retry <= retries; retry++) {
            Duration pause = Duration.ofMillis(BACKOFF.apply(retry));
            try {
                UpstreamResponse response = attempt(request, deadline);
                if (!response.isFailure() || isTooLate(pause, deadline)) {
                    return response;
                }
            } catch (Outage.UpstreamFailed | Outage.UpstreamTimedOut failure) {
                if (isTooLate(pause, deadline)) {
                    throw failure;
                }
            }
            sleep(pause);
        }
        return attempt(request, deadline);
    }

    /**
     * Throws unless a request would be sent now, and sends none: for callers about to do what cannot be undone.
     *
     * @throws Outage.Paused when it has failed too often lately
     */
    public void requireAvailable() {
        acquirePermission();
        breaker.releasePermission();
    }

    private UpstreamResponse attempt(UpstreamRequest request, Deadline deadline) {
        Deadline end = Deadline.in(deadline.remainingUpTo(limits.requestTimeout()), limits.clock());
        if (end.hasPassed()) {
            throw new Outage.UpstreamTimedOut(name());
        }
        acquirePermission();
        long began = telemetry.now();
        Duration given = Duration.ZERO;
        try {
            exchanges.reserve(end);
            given = end.remaining();
            UpstreamResponse response = exchanges.execute(request, end);
            telemetry.answered(name(), request, response.status(), began);
            countOutcome(response);
            return response;
        } catch (Outage failure) {
            telemetry.failed(name(), request, failure, began);
            countFailure(failure, given);
            throw failure;
        } catch (RuntimeException | Error bug) {
            breaker.releasePermission();
            throw bug;
        }
    }

    private void acquirePermission() {
        if (!breaker.tryAcquirePermission()) {
            throw new Outage.Paused(name(), CircuitBreakers.OPEN_DURATION);
        }
    }

    /** Counts a failure of the upstream's, but not that of a caller who had no time left, was interrupted or went astray. */
    private void countFailure(Outage failure, Duration given) {
        boolean timedOut = failure instanceof Outage.UpstreamTimedOut;
        boolean counted = given.compareTo(limits.shortestCountedTimeout()) >= 0;
        boolean interrupted = failure.getCause() instanceof InterruptedException;
        boolean forbidden = failure.getCause() instanceof ForbiddenAddressException;
        if (timedOut && !counted || interrupted || forbidden) {
            breaker.releasePermission();
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
    }

    private void countOutcome(UpstreamResponse response) {
        if (response.isFailure()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new Outage.UpstreamFailed(name()));
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** What metrics, logs and outages call it. */
    public String name() {
        return breaker.getName();
    }

    private static boolean isTooLate(Duration pause, Deadline deadline) {
        return deadline.remaining().compareTo(pause) <= 0;
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.UpstreamFailed(name(), e);
        }
    }

    /** How long an upstream is waited for and how often it is asked. */
    record RequestLimits(Duration requestTimeout, int retries, InstantSource clock) {
        private static final Duration SECOND = Duration.ofSeconds(1);

        /** A shorter timeout is not counted as a failure of the upstream: a second, or nearly the request timeout. */
        Duration shortestCountedTimeout() {
            Duration nearlyAll = requestTimeout.multipliedBy(9).dividedBy(10);
            return nearlyAll.compareTo(SECOND) < 0 ? nearlyAll : SECOND;
        }
    }
}
