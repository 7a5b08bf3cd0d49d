package io.github.auraauth.testkit.simulation;

/** A schedule in which a promise was broken, with its seed and its trace. */
public final class ScheduleFailure extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final long seed;

    ScheduleFailure(String scenario, Simulation simulation, Throwable cause) {
        super(
                "schedule " + simulation.seed() + " of " + scenario + ": " + cause + "\n"
                        + "replay it with -D" + Schedules.SEED + "=" + simulation.seed() + "; what happened:\n"
                        + simulation.trace(),
                cause);
        this.seed = simulation.seed();
    }

    /** Which replays it. */
    public long seed() {
        return seed;
    }
}
