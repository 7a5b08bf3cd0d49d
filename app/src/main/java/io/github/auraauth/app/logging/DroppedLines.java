package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.concurrent.atomic.LongAdder;
import net.logstash.logback.appender.listener.AppenderListener;

/** Counts the lines for which there was no room. Safe for use by many threads. */
final class DroppedLines implements AppenderListener<ILoggingEvent> {
    private final LongAdder lines = new LongAdder();

    @Override
    public void eventAppendFailed(Appender<ILoggingEvent> appender, ILoggingEvent event, Throwable reason) {
        lines.increment();
    }

    long count() {
        return lines.sum();
    }
}
