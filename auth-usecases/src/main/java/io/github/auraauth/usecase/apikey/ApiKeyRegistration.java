package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.RegisterApiKey;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry.RegisterOutcome;
import java.time.InstantSource;
import java.util.Optional;

/** Registers keys made elsewhere, if they can be read. */
public final class ApiKeyRegistration implements RegisterApiKey {
    private final ApiKeyFinder finder;
    private final ApiKeyRegistry registry;
    private final InstantSource clock;

    public ApiKeyRegistration(ApiKeyFinder finder, ApiKeyRegistry registry, InstantSource clock) {
        this.finder = requireNonNull(finder, "finder");
        this.registry = requireNonNull(registry, "registry");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Outcome register(Secret key, Optional<String> name, String by, Deadline deadline) {
        Optional<ReadApiKey> read = finder.read(key);
        if (read.isEmpty()) {
            return Outcome.NO_KEY;
        }
        var origin = new RegisteredApiKey.Origin(name, clock.instant(), by, Optional.empty());
        RegisteredApiKey entry = RegisteredApiKey.fresh(finder.fingerprint(key), read.get(), origin);
        return registry.register(entry, deadline) == RegisterOutcome.REGISTERED
                ? Outcome.REGISTERED
                : Outcome.ALREADY_REGISTERED;
    }
}
