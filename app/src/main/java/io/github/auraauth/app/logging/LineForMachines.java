package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object: {@code time, lvl, corr, app, version, msg}, then the line's own key-values, such as {@code method,
 * route, status, ms} of a request. An exception is told by its classes and frames, never by its message, which may hold
 * what must not be logged.
 */
final class LineForMachines extends AbstractJsonProvider<ILoggingEvent> {
    private static final String APP = "aura-auth";
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final String version;

    LineForMachines(String version) {
        this.version = version;
    }

    @Override
    public void writeTo(JsonGenerator line, ILoggingEvent event) throws IOException {
        List<KeyValuePair> pairs = KeyValues.of(event);
        line.writeStringField("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.writeStringField("lvl", Fatal.levelOf(event));
        line.writeStringField(KeyValues.CORRELATOR, KeyValues.correlator(event, pairs));
        line.writeStringField("app", APP);
        line.writeStringField("version", version);
        line.writeStringField("msg", event.getFormattedMessage());
        for (KeyValuePair pair : pairs) {
            if (!pair.key.equals(KeyValues.CORRELATOR)) {
                line.writeFieldName(pair.key);
                write(line, pair.value);
            }
        }
        if (event.getThrowableProxy() != null) {
            line.writeStringField("stack", Causes.of(event.getThrowableProxy()));
        }
    }

    private static void write(JsonGenerator line, Object value) throws IOException {
        if (value instanceof Integer number) {
            line.writeNumber(number);
        } else if (value instanceof Long number) {
            line.writeNumber(number);
        } else if (value instanceof Double number) {
            line.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            line.writeBoolean(flag);
        } else {
            line.writeString(String.valueOf(value));
        }
    }
}
