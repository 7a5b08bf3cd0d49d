package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import java.time.ZoneId;

/**
 * The configuration of logs.
 *
 * @param level lowest level that is written
 * @param zone of the times in logs for people; those for machines are in UTC
 */
public record LoggingSettings(Format format, Level level, ZoneId zone) {

    /** What a line looks like. */
    public enum Format {
        /** One JSON object. */
        JSON,
        /** For people. */
        DEV
    }

    /** Levels by the words of {@code AURA_LOGGING_LEVEL}, from more to less. */
    public enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR,
        FATAL,
        OFF
    }

    static LoggingSettings of(Settings settings) {
        return new LoggingSettings(
                settings.required("AURA_LOGGING_FORMAT").equals("dev") ? Format.DEV : Format.JSON,
                Level.valueOf(settings.required("AURA_LOGGING_LEVEL")),
                ZoneId.of(settings.required("AURA_DEFAULT_TIME_ZONE")));
    }
}
