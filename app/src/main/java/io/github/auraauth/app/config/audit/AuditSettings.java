package io.github.auraauth.app.config.audit;

import io.github.auraauth.app.config.variable.Setting;
import io.github.auraauth.app.config.variable.Settings;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The configuration of the audit trail.
 *
 * @param retention how long entries are kept
 * @param values of all variables, a line each, without the secrets: the trail holds a digest of them
 */
public record AuditSettings(Duration retention, String values) {
    /** As the variables say. */
    public static AuditSettings of(Settings settings) {
        return new AuditSettings(
                Duration.ofDays(settings.number("AURA_AUDIT_RETENTION")),
                settings.all().stream().map(AuditSettings::line).collect(Collectors.joining("\n")));
    }

    private static String line(Setting setting) {
        return setting.variable().name() + "=" + setting.shown().orElse("");
    }

    /** Not the values, which are long. */
    @Override
    public String toString() {
        return "AuditSettings[" + retention + "]";
    }
}
