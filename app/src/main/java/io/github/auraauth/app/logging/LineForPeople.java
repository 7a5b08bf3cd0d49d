package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/** A line to be read in a terminal: time of day, level, message, key-values. */
final class LineForPeople extends LayoutBase<ILoggingEvent> {
    private final DateTimeFormatter time;

    LineForPeople(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
        start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(128);
        time.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        line.append(' ');
        String level = Fatal.levelOf(event);
        line.append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
        appendPrintable(line, event.getFormattedMessage());
        List<KeyValuePair> pairs = KeyValues.of(event);
        String correlator = KeyValues.correlator(event, pairs);
        if (!correlator.isEmpty()) {
            appendPair(line, KeyValues.CORRELATOR, correlator);
        }
        for (KeyValuePair pair : pairs) {
            if (!pair.key.equals(KeyValues.CORRELATOR)) {
                appendPair(line, pair.key, String.valueOf(pair.value));
            }
        }
        if (event.getThrowableProxy() != null) {
            line.append(" | ").append(Causes.of(event.getThrowableProxy()));
        }
        return line.append('\n').toString();
    }

    private static void appendPair(StringBuilder line, String key, String value) {
        line.append(' ').append(key).append('=');
        appendPrintable(line, value);
    }

    /** A line stays one line, and a terminal is told nothing. */
    private static void appendPrintable(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
    }
}
