package io.github.auraauth.testkit.simulation;

import java.time.Duration;

/**
 * How a simulated dependency behaves. A call is a request that travels, an effect, and an answer that travels back; each can
 * be late or lost, and the caller gives up at its deadline whatever becomes of the request. Chances are of a thousand calls.
 *
 * @param fastest a request or an answer travels at least that long
 * @param slowest and mostly no longer than that
 * @param late requests or answers of a thousand that travel up to {@code latest}: a late writer's
 * @param latest the longest that a request or an answer can be under way
 * @param lost requests or answers of a thousand that never arrive
 * @param broken calls of a thousand whose connection breaks: the caller is told so, the request may arrive all the same
 * @param refused calls of a thousand that are not made, and the caller is told so
 * @param silent whether it is an optimisation, such as a cache: what fails is answered as nothing instead of an outage, and
 *     a call that has neither a result nor a deadline returns before it takes effect
 */
public record Faults(
        Duration fastest,
        Duration slowest,
        int late,
        Duration latest,
        int lost,
        int broken,
        int refused,
        boolean silent) {
    /** A call takes effect at once: a data structure of the process itself. */
    public static final Faults LOCAL = new Faults(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 0, 0, 0, false);

    /** A dependency elsewhere in the same data centre that never fails. */
    public static final Faults NONE =
            new Faults(Duration.ofNanos(100_000), Duration.ofMillis(3), 0, Duration.ofMillis(3), 0, 0, 0, false);

    public Faults {
        if (fastest.isNegative() || fastest.compareTo(slowest) > 0 || slowest.compareTo(latest) > 0) {
            throw new IllegalArgumentException("fastest, slowest and latest must rise from zero on");
        }
        if (late < 0 || lost < 0 || broken < 0 || refused < 0 || late + lost > 1_000 || broken + refused > 1_000) {
            throw new IllegalArgumentException("chances must be of a thousand");
        }
    }

    /** The same, but so many requests or answers of a thousand travel up to that long. */
    public Faults withLate(int perMille, Duration longest) {
        return new Faults(fastest, slowest, perMille, longest, lost, broken, refused, silent);
    }

    /** The same, but so many requests or answers of a thousand are lost. */
    public Faults withLost(int perMille) {
        return new Faults(fastest, slowest, late, latest, perMille, broken, refused, silent);
    }

    /** The same, but so many calls of a thousand end with a broken connection. */
    public Faults withBroken(int perMille) {
        return new Faults(fastest, slowest, late, latest, lost, perMille, refused, silent);
    }

    /** The same, but so many calls of a thousand are not made. */
    public Faults withRefused(int perMille) {
        return new Faults(fastest, slowest, late, latest, lost, broken, perMille, silent);
    }

    /** The same, but of an optimisation. */
    public Faults asSilent() {
        return new Faults(fastest, slowest, late, latest, lost, broken, refused, true);
    }

    boolean isLocal() {
        return latest.isZero();
    }

    /** How long a request or an answer travels, in nanoseconds; {@link Scheduler#NEVER} for one that is lost. */
    long travel(Choices choices) {
        int kind = late + lost == 0 ? 1_000 : choices.below(1_000);
        if (kind < lost) {
            return Scheduler.NEVER;
        }
        return choices.between(fastest.toNanos(), kind < lost + late ? latest.toNanos() : slowest.toNanos());
    }
}
