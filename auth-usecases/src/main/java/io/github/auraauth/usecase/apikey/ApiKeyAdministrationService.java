package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyRegistrationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRotation;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Issues, registers, lists, inspects, rotates and revokes keys over a registry and the log of revocations. */
public final class ApiKeyAdministrationService implements ApiKeyAdministration {
    private final ApiKeyRegistry registry;
    private final InstantSource clock;
    private final ApiKeyFinder finder;
    private final ApiKeyIssuer issuer;
    private final ApiKeyInspector inspector;
    private final ApiKeyRevoker revoker;
    private final ApiKeyRotator rotator;

    /** @param revocations follows {@code log} */
    public ApiKeyAdministrationService(
            ApiKeys apiKeys,
            ApiKeyRegistry registry,
            RevocationLog log,
            RevocationLogFollower revocations,
            InstantSource clock) {
        this.registry = requireNonNull(registry, "registry");
        this.clock = requireNonNull(clock, "clock");
        this.finder = new ApiKeyFinder(apiKeys, registry);
        this.issuer = new ApiKeyIssuer(apiKeys, registry, clock);
        this.inspector = new ApiKeyInspector(finder, revocations, apiKeys.policy(), clock);
        this.revoker = new ApiKeyRevoker(finder, log, registry, apiKeys.policy(), clock);
        this.rotator = new ApiKeyRotator(finder, issuer, revoker, revocations, clock);
    }

    @Override
    public IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format, String by, Deadline deadline) {
        return issuer.issue(new ApiKeyIssuer.Order(request, format, by, Optional.empty()), deadline);
    }

    @Override
    public ApiKeyRegistrationOutcome register(Secret key, Optional<String> name, String by, Deadline deadline) {
        Optional<ReadApiKey> read = finder.read(key);
        if (read.isEmpty()) {
            return ApiKeyRegistrationOutcome.NO_KEY;
        }
        var origin = new RegisteredApiKey.Origin(name, clock.instant(), by, Optional.empty());
        RegisteredApiKey entry = RegisteredApiKey.fresh(finder.fingerprint(key), read.get(), origin);
        return switch (registry.register(entry, deadline)) {
            case REGISTERED -> ApiKeyRegistrationOutcome.REGISTERED;
            case ALREADY_REGISTERED -> ApiKeyRegistrationOutcome.ALREADY_REGISTERED;
        };
    }

    @Override
    public List<RegisteredApiKey> list(Deadline deadline) {
        return registry.all(deadline);
    }

    @Override
    public ApiKeyInspection inspect(Secret key, Deadline deadline) {
        return inspector.inspect(key, deadline);
    }

    @Override
    public ApiKeyRotationOutcome rotate(ApiKeySelector old, ApiKeyRotation rotation, Deadline deadline) {
        return rotator.rotate(old, rotation, deadline);
    }

    @Override
    public ApiKeyRevocationOutcome revoke(ApiKeySelector key, Deadline deadline) {
        return revoker.revoke(key, deadline);
    }

    @Override
    public void revokeConsumer(String app, Deadline deadline) {
        revoker.revokeConsumer(app, deadline);
    }
}
