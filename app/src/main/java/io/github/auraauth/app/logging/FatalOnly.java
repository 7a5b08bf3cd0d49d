package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Lets nothing through but fatal errors. */
final class FatalOnly extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
        return Fatal.is(event) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
