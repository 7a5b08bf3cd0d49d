package io.github.auraauth.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;

/** Where time and randomness come from; everything else is given them. */
record Sources(Clock clock, SecureRandom random) {
    /** Those of the machine. */
    static Sources ofMachine() {
        return new Sources(Clock.systemUTC(), new SecureRandom());
    }
}
