package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** The level above ERROR, which the logging library does not know: an error with a mark, after which the process ends. */
public final class Fatal {
    /** Put it on an error to make it fatal. */
    public static final Marker MARK = MarkerFactory.getMarker("FATAL");

    private Fatal() {}

    static boolean is(ILoggingEvent event) {
        List<Marker> marks = event.getMarkerList();
        return marks != null && marks.contains(MARK);
    }

    /** The event's level by the words of {@code AURA_LOGGING_LEVEL}. */
    static String levelOf(ILoggingEvent event) {
        return is(event) ? MARK.getName() : event.getLevel().levelStr;
    }
}
