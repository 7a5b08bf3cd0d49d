package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which login states are accepted, and for how long.
 *
 * @param validity age at which a state can still be used, {@code AURA_VALID_REGISTER_STATE_MINUTES}; up to a year
 */
public record StateRules(StatePolicy policy, Duration validity) {
    /** How far the clock of whoever issued a state may be ahead of ours. */
    public static final Duration AHEAD = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofDays(366);

    public StateRules {
        requireNonNull(policy, "policy");
        if (requireNonNull(validity, "validity").compareTo(Duration.ofMillis(1)) < 0
                || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("validity must be more than nothing and at most a year");
        }
        validity = validity.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Why the time of a state is not taken: it is too long ago, or ahead. Empty where it is taken. */
    Optional<StateRefusal> refusal(LoginState state, Instant now) {
        if (!now.isBefore(endOf(state))) {
            return Optional.of(StateRefusal.OLD);
        }
        return state.issuedAt().isAfter(now.plus(AHEAD)) ? Optional.of(StateRefusal.AHEAD) : Optional.empty();
    }

    /** The first millisecond at which the state is older than the validity. */
    Instant endOf(LoginState state) {
        return state.issuedAt().plus(validity).plusMillis(1);
    }
}
