package io.github.auraauth.app.cli.audit;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The base of the commands about the audit trail: they may take long, and know times. */
public abstract class AuditCommand extends StoreCommand {
    private static final int DATE = 10;

    public AuditCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(2);
    }

    /** A time of UTC such as {@code 2026-11-30T10:00:00Z}, or a date, which is its begin. */
    public final Instant time(String text) {
        try {
            return text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong("times are given as 2026-11-30 or 2026-11-30T10:00:00Z");
        }
    }
}
