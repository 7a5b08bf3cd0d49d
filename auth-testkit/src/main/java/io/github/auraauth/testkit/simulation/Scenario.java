package io.github.auraauth.testkit.simulation;

/** What is simulated: sets processes and dependencies up, runs the simulation, and judges what came of it. */
@FunctionalInterface
public interface Scenario {

    /**
     * Plays it once. All of its choices come from the simulation, so that a seed replays exactly.
     *
     * @throws AssertionError when a promise was broken
     */
    void play(Simulation simulation);
}
