package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.testkit.health.DependencyProbeContract;

/** Memory needs no probe; this one shows that the kit can be met. */
class SwitchedProbeTest implements DependencyProbeContract {
    private final SwitchedProbe probe = new SwitchedProbe();

    @Override
    public DependencyProbe probe() {
        return probe;
    }

    @Override
    public Backend takeBackendAway() {
        probe.there = false;
        return Backend.AWAY;
    }

    private static final class SwitchedProbe implements DependencyProbe {
        private volatile boolean there = true;

        @Override
        public String name() {
            return "switch";
        }

        @Override
        public boolean isNeeded() {
            return true;
        }

        @Override
        public boolean answers(Deadline deadline) {
            return !requireNonNull(deadline, "deadline").hasPassed() && there;
        }
    }
}
