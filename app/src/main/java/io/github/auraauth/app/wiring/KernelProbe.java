package io.github.auraauth.app.wiring;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.login.LoginProvider;

/** Asks Kernel once what it says of itself. */
record KernelProbe(LoginProvider provider) implements DependencyProbe {
    @Override
    public String name() {
        return KernelModule.UPSTREAM;
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public boolean answers(Deadline deadline) {
        try {
            provider.metadata(deadline);
            return true;
        } catch (Outage away) {
            return false;
        }
    }
}
