package io.github.auraauth.app.probe;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.login.LoginProvider;

/** Asks Kernel once what it says of itself. */
public record KernelProbe(LoginProvider provider) implements DependencyProbe {
    /** What the service is called in metrics, logs and reports. */
    public static final String UPSTREAM = "kernel";

    @Override
    public String name() {
        return UPSTREAM;
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
