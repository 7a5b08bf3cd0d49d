package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.app.config.variable.Settings;
import java.util.List;
import java.util.Optional;

/**
 * The configuration as it can be shown to anyone: secrets are redacted.
 *
 * @param entries one for each variable, in the catalogue's order
 * @param problems what keeps the program from starting with it; empty when nothing does
 */
public record ConfigurationListing(List<Entry> entries, List<Problem> problems) {
    public ConfigurationListing {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * One variable.
     *
     * @param value empty when there is none; a secret is {@code [redacted]}
     * @param source {@code env}, {@code file}, {@code uri}, {@code default} or {@code generated}
     */
    public record Entry(String name, Optional<String> value, String source, boolean secret) {}

    static ConfigurationListing of(Settings settings, List<Problem> problems) {
        return new ConfigurationListing(
                settings.all().stream()
                        .map(setting -> new Entry(
                                setting.variable().name(),
                                setting.shown(),
                                setting.source().text(),
                                setting.variable().secret()))
                        .toList(),
                problems);
    }
}
