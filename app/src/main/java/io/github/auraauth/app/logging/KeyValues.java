package io.github.auraauth.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/** The key-values of a log line. */
final class KeyValues {
    static final String CORRELATOR = "corr";

    private KeyValues() {}

    static List<KeyValuePair> of(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    /** The correlator of the request that the line belongs to; empty text when it belongs to none. */
    static String correlator(ILoggingEvent event, List<KeyValuePair> pairs) {
        for (KeyValuePair pair : pairs) {
            if (pair.key.equals(CORRELATOR)) {
                return String.valueOf(pair.value);
            }
        }
        return event.getMDCPropertyMap().getOrDefault(CORRELATOR, "");
    }
}
