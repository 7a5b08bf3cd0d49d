package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How long what a client is given is good for: whole seconds. */
public record ClientLifetimes(Duration accessToken, Duration refreshToken) {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_ACCESS = Duration.ofDays(1);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(366);

    /** Ten minutes, and thirty days from each use. */
    public static final ClientLifetimes DEFAULT = new ClientLifetimes(Duration.ofMinutes(10), Duration.ofDays(30));

    public ClientLifetimes {
        require(accessToken, LONGEST_ACCESS, "accessToken");
        require(refreshToken, LONGEST_REFRESH, "refreshToken");
    }

    private static void require(Duration lifetime, Duration longest, String parameter) {
        if (requireNonNull(lifetime, parameter).compareTo(SHORTEST) < 0
                || lifetime.compareTo(longest) > 0
                || !lifetime.equals(Duration.ofSeconds(lifetime.toSeconds()))) {
            throw new IllegalArgumentException(
                    parameter + " must be whole seconds from " + SHORTEST + " to " + longest);
        }
    }
}
