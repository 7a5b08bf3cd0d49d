package io.github.auraauth.app.config.variable;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The moments of a cron pattern of five fields, in UTC. */
public final class CronPattern {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final ExecutionTime times;

    private CronPattern(ExecutionTime times) {
        this.times = times;
    }

    /** Empty where it is none, or has no moment, as the 30th of February. */
    public static Optional<CronPattern> parse(String text) {
        try {
            return Optional.of(new CronPattern(ExecutionTime.forCron(PARSER.parse(text))))
                    .filter(pattern ->
                            pattern.times.nextExecution(at(Instant.EPOCH)).isPresent());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The first moment after that one. */
    public Instant after(Instant moment) {
        return times.nextExecution(at(moment)).map(ZonedDateTime::toInstant).orElse(Instant.MAX);
    }

    /** The last moment up to that one. */
    public Instant lastUntil(Instant moment) {
        return times.lastExecution(at(moment).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .map(ZonedDateTime::toInstant)
                .orElse(Instant.MIN);
    }

    private static ZonedDateTime at(Instant moment) {
        return moment.atZone(ZoneOffset.UTC);
    }
}
