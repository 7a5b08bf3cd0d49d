package io.github.auraauth.app.process;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.domain.apikey.ApiKeys;
import java.security.SecureRandom;
import java.time.Clock;

/** Where time and randomness come from; everything else is given them. */
public record ClockAndRandom(Clock clock, SecureRandom random) {
    /** Those of the machine. */
    public static ClockAndRandom ofMachine() {
        return new ClockAndRandom(Clock.systemUTC(), new SecureRandom());
    }

    /** The environment's keys, without a registry. */
    public ApiKeys apiKeys(Configuration configuration) {
        return new ApiKeys(
                configuration.keys().encryptionKeys(),
                configuration.keys().ivPosition(),
                configuration.deployment().name(),
                configuration.keys().policy(),
                random);
    }
}
