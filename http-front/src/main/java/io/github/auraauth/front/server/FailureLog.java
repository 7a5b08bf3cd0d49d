package io.github.auraauth.front.server;

import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.port.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what went wrong here, without what any exception says: its words may hold what a caller sent. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    /** An outage's own words name the dependency only; those of its cause are left out. */
    static void note(Outage outage, RequestObservation observation) {
        LOG.atWarn()
                .addKeyValue("corr", observation.correlator())
                .addKeyValue("route", observation.template())
                .addKeyValue("dependency", outage.getMessage())
                .log("a dependency did not do its part");
    }

    static void note(Throwable failure, RequestObservation observation) {
        LOG.atError()
                .addKeyValue("corr", observation.correlator())
                .addKeyValue("route", observation.template())
                .setCause(new WordlessFailure(failure))
                .log("a request failed unexpectedly");
    }

    /** The kind and the place of a failure and of its causes. */
    private static final class WordlessFailure extends Exception {
        private static final long serialVersionUID = 1L;

        WordlessFailure(Throwable failure) {
            super(
                    failure.getClass().getName(),
                    failure.getCause() == null || failure.getCause() == failure
                            ? null
                            : new WordlessFailure(failure.getCause()));
            setStackTrace(failure.getStackTrace());
        }
    }
}
