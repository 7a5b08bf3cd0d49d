package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An authorization request that waits until the person has logged in or agreed.
 *
 * @param parameters as they came, to be read again
 * @param at when it came, to the millisecond
 * @param stage what it waits for
 * @param before when the session that the browser had when it came had begun, to the millisecond; absent where it had none
 */
public record KeptRequest(AuthorizationParameters parameters, Instant at, Stage stage, Optional<Instant> before) {
    /** How long it waits. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    /** How far the clocks of two instances may be apart, of which one keeps a request and the other begins a session. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    public KeptRequest {
        requireNonNull(parameters, "parameters");
        requireNonNull(stage, "stage");
        before = before.map(begun -> begun.truncatedTo(ChronoUnit.MILLIS));
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether it still waits at that time. */
    public boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt());
    }

    /** When it waits no longer. */
    public Instant expiresAt() {
        return at.plus(KEPT);
    }

    /**
     * Whether somebody has logged in since the request came: in another session, or anew in the same. It is not enough that the request came without it: whoever has the
     * handle can bring it to another browser, where somebody has logged in long ago.
     */
    public boolean isSince(Instant begunAt) {
        return stage == Stage.PERSON && !before.equals(Optional.of(begunAt)) && !begunAt.isBefore(at.minus(CLOCK_SKEW));
    }

    /** What a request waits for. */
    public enum Stage {
        /** For the browser to come back with its cookies, which it does not send along with another site's form. */
        BROWSER,
        /** For the person to log in or agree. */
        PERSON
    }
}
