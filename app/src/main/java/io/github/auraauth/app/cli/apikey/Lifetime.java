package io.github.auraauth.app.cli.apikey;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90d}, {@code 12h}, {@code 30m}, {@code 45s}. */
public final class Lifetime {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([dhms])");

    private Lifetime() {}

    /** The length; empty when the text has another form, or none of it is left. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2).charAt(0)) {
                    case 'd' -> Duration.ofDays(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'm' -> Duration.ofMinutes(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
