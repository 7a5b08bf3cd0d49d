package io.github.auraauth.adapter.pages.admin.client;

import io.github.auraauth.domain.client.ClientLifetimes;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lifetimes as people write them: {@code 30d}, {@code 10m}. */
final class Lifetimes {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?([dhms])");

    private Lifetimes() {}

    /** Both, or empty where they are none that a client can have. */
    static Optional<ClientLifetimes> of(String access, String refresh) {
        try {
            return parse(access).flatMap(first -> parse(refresh).map(second -> new ClientLifetimes(first, second)));
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }

    /** By the largest unit of which it is a whole number. */
    static String text(Duration lifetime) {
        long seconds = lifetime.toSeconds();
        for (String unit : new String[] {"d", "h", "m"}) {
            if (seconds % of(unit).toSeconds() == 0) {
                return seconds / of(unit).toSeconds() + unit;
            }
        }
        return seconds + "s";
    }

    private static Optional<Duration> parse(String text) {
        Matcher read = FORM.matcher(text);
        return read.matches()
                ? Optional.of(of(read.group(2)).multipliedBy(Long.parseLong(read.group(1))))
                : Optional.empty();
    }

    private static Duration of(String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(1);
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
