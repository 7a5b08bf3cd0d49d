package io.github.auraauth.outgoing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the breaker of a peer: open when half of its last requests failed, and closed again by a few that did not. */
final class Breakers {
    /** How long a peer is not asked once its breaker has opened. */
    static final Duration REST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final int WINDOW = 20;
    private static final int FEWEST = 10;
    private static final int TRIALS = 3;

    private Breakers() {}

    static CircuitBreaker of(String name, InstantSource clock) {
        CircuitBreaker breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(50)
                        .slidingWindow(
                                WINDOW,
                                FEWEST,
                                SlidingWindowType.COUNT_BASED,
                                SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .writableStackTraceEnabled(false)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(changed -> LOG.atWarn()
                        .addKeyValue("host", name)
                        .addKeyValue("from", changed.getStateTransition().getFromState())
                        .addKeyValue("to", changed.getStateTransition().getToState())
                        .log("breaker"));
        return breaker;
    }
}
