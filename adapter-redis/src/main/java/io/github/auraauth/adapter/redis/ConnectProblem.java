package io.github.auraauth.adapter.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reason why Redis is not usable, with advice for an operator. Written by one thread, safe for reading by many. */
final class ConnectProblem {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectProblem.class);

    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile Optional<String> remedy = Optional.empty();
    private boolean unexplainedBefore; // used by the thread that writes

    /**
     * An attempt failed: tells the log at once, and again only where something else is to be done. One that nothing explains
     * is believed where the attempt before ended in the same way.
     */
    void found(ConnectFailure failure) {
        if (!failure.unexplained() || unexplainedBefore) {
            know(failure.remedy());
        }
        unexplainedBefore = failure.unexplained();
    }

    private void know(Optional<String> now) {
        now.filter(words -> !now.equals(remedy)).ifPresent(words -> LOG.warn("Redis cannot be used: {}", words));
        remedy = now;
        tried.countDown();
    }

    /** An attempt succeeded. */
    void solved() {
        unexplainedBefore = false;
        remedy = Optional.empty();
        tried.countDown();
    }

    /**
     * As it is once an attempt has told enough, which is waited for. Empty where Redis is usable, and where nothing is known but
     * that it does not answer.
     */
    Optional<String> await(Duration longest) {
        try {
            if (!tried.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return remedy;
    }
}
