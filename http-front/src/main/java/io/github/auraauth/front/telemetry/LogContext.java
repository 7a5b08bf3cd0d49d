package io.github.auraauth.front.telemetry;

import org.slf4j.MDC;

/**
 * The context of the thread that serves a request: every log line has its correlator, every outgoing call the correlator
 * and the trace context to pass on.
 */
public final class LogContext {
    private static final String CORRELATOR = "corr";
    private static final String TRACE_PARENT = "traceparent";

    private LogContext() {}

    /** From now on this thread works for that request. */
    public static void enter(RequestObservation observation) {
        MDC.put(CORRELATOR, observation.correlator());
        observation.traceparent().ifPresent(trace -> MDC.put(TRACE_PARENT, trace));
    }

    /** The thread is free for another request. */
    public static void leave() {
        MDC.remove(CORRELATOR);
        MDC.remove(TRACE_PARENT);
    }
}
