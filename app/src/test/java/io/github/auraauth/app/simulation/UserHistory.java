package io.github.auraauth.app.simulation;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the database held and when, by true time, and whether what a reader was told may be believed. */
final class UserHistory {
    private static final Duration SECOND = Duration.ofSeconds(1);
    static final Duration LONGEST_STALL = Duration.ofSeconds(7);
    private static final Duration END = Duration.ofDays(1_000);

    private final Simulation simulation;
    private final Map<AuraId, List<State>> states = new HashMap<>();
    private final Map<AuraId, Map<String, Duration>> ownChanges = new HashMap<>();
    private Duration clockError = Duration.ZERO;

    UserHistory(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The database holds that from now on. */
    void holds(AuraId auraId, Optional<User> user) {
        List<State> known = states.computeIfAbsent(
                auraId, id -> new ArrayList<>(List.of(new State(Duration.ZERO, END, Optional.empty()))));
        State last = known.get(known.size() - 1);
        Optional<User> seen = user.map(User::withoutIdTokenHint);
        boolean expired = seen.isEmpty() && last.user().filter(this::isExpired).isPresent();
        if (!expired && !last.user().equals(seen)) {
            known.set(known.size() - 1, new State(last.from(), simulation.now(), last.user()));
            known.add(new State(simulation.now(), END, seen));
            simulation.note(name(auraId) + " is " + seen.map(UserHistory::name).orElse("nobody"));
        }
    }

    /** Some clock is that far from the truth. */
    void clockIsOff(Duration error) {
        if (error.abs().compareTo(clockError) > 0) {
            clockError = error.abs();
        }
    }

    /** What the database holds. */
    Optional<User> now(AuraId auraId) {
        List<State> known = states.getOrDefault(auraId, List.of());
        return known.isEmpty() ? Optional.empty() : known.get(known.size() - 1).user();
    }

    /** A process was told that its change, which it asked for then, is made. */
    void changed(SimulatedProcess process, AuraId auraId, Duration asked) {
        states.getOrDefault(auraId, List.of()).stream()
                .map(State::from)
                .filter(from -> from.compareTo(asked) >= 0)
                .findFirst()
                .ifPresent(made -> ownChanges
                        .computeIfAbsent(auraId, id -> new HashMap<>())
                        .put(process.name(), made));
    }

    /**
     * Judges a reading that ends now.
     *
     * @throws AssertionError when it tells what ended more than a second before it began, or before a change of this process
     *     that it was told of
     */
    void judge(
            SimulatedProcess process,
            AuraId auraId,
            Duration began,
            Optional<Duration> ownChange,
            Optional<User> told) {
        Duration earliest = began.minus(SECOND);
        if (ownChange.isPresent() && ownChange.get().compareTo(earliest) > 0) {
            earliest = ownChange.get();
        }
        for (State state : states.getOrDefault(auraId, List.of(new State(Duration.ZERO, END, Optional.empty())))) {
            if (explains(state, earliest, told)) {
                return;
            }
        }
        throw new AssertionError(process + " was told, between " + began + " and " + simulation.now() + ", that "
                + name(auraId) + " is " + told.map(UserHistory::name).orElse("nobody"));
    }

    /** When a change took effect that the process had been told of by now. */
    Optional<Duration> ownChange(SimulatedProcess process, AuraId auraId) {
        return Optional.ofNullable(ownChanges.getOrDefault(auraId, Map.of()).get(process.name()));
    }

    private boolean isExpired(User user) {
        return user.isExpiredAt(simulation.clock().instant());
    }

    private boolean explains(State state, Duration earliest, Optional<User> told) {
        Duration until = state.until();
        Optional<Duration> expiry = state.user()
                .flatMap(user -> user.registration().expiresAt())
                .map(end -> Duration.between(Simulation.START, end));
        if (told.isEmpty()) {
            // it is remembered for a second from when it was put into the cache, by a thread that may have stood still
            Duration since = earliest.minus(LONGEST_STALL);
            Duration absent = state.user().isEmpty()
                    ? state.from()
                    : expiry.map(end -> end.minus(clockError)).orElse(END);
            return absent.compareTo(simulation.now()) <= 0 && until.compareTo(since) >= 0;
        }
        Duration present = expiry.map(this::lastSeen)
                .filter(end -> end.compareTo(until) < 0)
                .orElse(until);
        return state.user().equals(told)
                && state.from().compareTo(simulation.now()) <= 0
                && present.compareTo(earliest) >= 0;
    }

    /** The caches keep a margin of two minutes for clocks; one that is further off shows what has expired. */
    private Duration lastSeen(Duration expiry) {
        return clockError.compareTo(Duration.ofMinutes(2)) <= 0 ? expiry : expiry.plus(clockError);
    }

    private static String name(AuraId auraId) {
        return auraId.value();
    }

    private static String name(User user) {
        Instant registered = user.registeredAt();
        return user.registration().authorizationId().value() + "@" + Duration.between(Simulation.START, registered)
                + user.registration()
                        .expiresAt()
                        .map(end -> " until " + Duration.between(Simulation.START, end))
                        .orElse("");
    }

    private record State(Duration from, Duration until, Optional<User> user) {}
}
