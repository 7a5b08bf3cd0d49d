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

/** Creates circuit breakers of upstreams: open when half of the last requests failed, closed again by a few that did not. */
final class CircuitBreakers {
    /** How long an upstream gets no request once its breaker has opened. */
    static final Duration OPEN_DURATION = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakers.class);
    private static final int WINDOW = 20;
    private static final int MIN_CALLS = 10;
    private static final int HALF_OPEN_CALLS = 3;

    private CircuitBreakers() {}

    static CircuitBreaker of(String name, InstantSource clock) {
        CircuitBreaker breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(50)
                        .slidingWindow(
                                WINDOW,
                                MIN_CALLS,
                                SlidingWindowType.COUNT_BASED,
                                SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .waitDurationInOpenState(OPEN_DURATION)
                        .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
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
