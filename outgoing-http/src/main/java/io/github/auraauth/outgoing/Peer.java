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
 * One service of others, which is not asked for a while when it has failed too often. Safe for use by many threads.
 */
public final class Peer {
    private static final IntervalFunction BACKOFF =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 2, 0.5, Duration.ofSeconds(1));

    private final Wire wire;
    private final CircuitBreaker breaker;
    private final Ledger ledger;
    private final Patience patience;

    Peer(Wire wire, CircuitBreaker breaker, Ledger ledger, Patience patience) {
        this.wire = wire;
        this.breaker = breaker;
        this.ledger = ledger;
        this.patience = patience;
    }

    /**
     * What the peer answers, whatever its status; a redirect is an answer too. A repeatable call that fails, or is
     * answered with a status of 500 and above, is tried again as long as there is time for it.
     *
     * @throws Outage.UpstreamFailed when the peer cannot be reached, breaks off, gives more than 1 MiB, or does not
     *     say where its answer ends
     * @throws Outage.UpstreamTimedOut when there is no whole answer by the deadline, or within a request's time
     * @throws Outage.Paused at once when it has failed too often lately
     */
    public Reply send(Call call, Deadline deadline) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(deadline, "deadline");
        int retries = call.isRepeatable() ? patience.retries() : 0;
        for (int retry = 1; retry <= retries; retry++) {
            Duration pause = Duration.ofMillis(BACKOFF.apply(retry));
            try {
                Reply reply = once(call, deadline);
                if (!reply.isFailure() || isTooLate(pause, deadline)) {
                    return reply;
                }
            } catch (Outage.UpstreamFailed | Outage.UpstreamTimedOut failure) {
                if (isTooLate(pause, deadline)) {
                    throw failure;
                }
            }
            sleep(pause);
        }
        return once(call, deadline);
    }

    /**
     * Whether it is asked at all now, without asking it: for whoever must know before doing what cannot be undone.
     *
     * @throws Outage.Paused when it has failed too often lately
     */
    public void requireAvailable() {
        acquirePermission();
        breaker.releasePermission();
    }

    private Reply once(Call call, Deadline deadline) {
        Deadline end = Deadline.in(deadline.remainingUpTo(patience.requestTimeout()), patience.clock());
        if (end.hasPassed()) {
            throw new Outage.UpstreamTimedOut(name());
        }
        acquirePermission();
        long began = ledger.now();
        Duration given = Duration.ZERO;
        try {
            wire.reserve(end);
            given = end.remaining();
            Reply reply = wire.carry(call, end);
            ledger.answered(name(), call, reply.status(), began);
            judge(reply);
            return reply;
        } catch (Outage failure) {
            ledger.failed(name(), call, failure, began);
            blame(failure, given);
            throw failure;
        } catch (RuntimeException bug) {
            breaker.releasePermission();
            throw bug;
        }
    }

    private void acquirePermission() {
        if (!breaker.tryAcquirePermission()) {
            throw new Outage.Paused(name(), Breakers.REST);
        }
    }

    /** Counts a failure that is the peer's, and not that of a caller with no time left, or who was interrupted. */
    private void blame(Outage failure, Duration given) {
        boolean late = failure instanceof Outage.UpstreamTimedOut;
        boolean fair = given.compareTo(patience.fairTime()) >= 0;
        boolean interrupted = failure.getCause() instanceof InterruptedException;
        if (late && !fair || interrupted) {
            breaker.releasePermission();
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
    }

    private void judge(Reply reply) {
        if (reply.isFailure()) {
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

    /** How long and how often a peer is waited for. */
    record Patience(Duration requestTimeout, int retries, InstantSource clock) {
        private static final Duration SECOND = Duration.ofSeconds(1);

        /** What a peer must have had to be blamed for not answering: a second, or nearly all that any request has. */
        Duration fairTime() {
            Duration nearlyAll = requestTimeout.multipliedBy(9).dividedBy(10);
            return nearlyAll.compareTo(SECOND) < 0 ? nearlyAll : SECOND;
        }
    }
}
