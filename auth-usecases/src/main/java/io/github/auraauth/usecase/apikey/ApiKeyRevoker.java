package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.usecase.apikey.ApiKeyFinder.KnownKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Revokes by the log first, which is what refuses; then notes it in the registry, which is what people see. */
final class ApiKeyRevoker {
    private final ApiKeyFinder finder;
    private final RevocationLog log;
    private final ApiKeyRegistry registry;
    private final ApiKeyPolicy policy;
    private final InstantSource clock;

    ApiKeyRevoker(
            ApiKeyFinder finder, RevocationLog log, ApiKeyRegistry registry, ApiKeyPolicy policy, InstantSource clock) {
        this.finder = requireNonNull(finder, "finder");
        this.log = requireNonNull(log, "log");
        this.registry = requireNonNull(registry, "registry");
        this.policy = requireNonNull(policy, "policy");
        this.clock = requireNonNull(clock, "clock");
    }

    ApiKeyRevocationOutcome revoke(ApiKeySelector key, Deadline deadline) {
        Optional<KnownKey> known = finder.find(key, deadline);
        known.ifPresent(found -> end(found, clock.instant(), deadline));
        return known.map(found ->
                        isAdvisory(found) ? ApiKeyRevocationOutcome.REVOKED_ADVISORY : ApiKeyRevocationOutcome.REVOKED)
                .orElse(ApiKeyRevocationOutcome.ABSENT);
    }

    void revokeConsumer(String app, Deadline deadline) {
        if (!ApiKeyModel.Grants.isEntry(app)) {
            throw new IllegalArgumentException("app must be 1 to 64 of a-z 0-9 * / . _ -");
        }
        log.append(Revocation.ofConsumer(app, clock.instant()), deadline);
    }

    /**
     * Lets the key end at that time: by its {@code jti}, and one of version 1, which need not have any, by its
     * fingerprint.
     *
     * @throws Outage where not all of it was written; {@link Outage.CircuitOpen} only where nothing was
     */
    void end(KnownKey known, Instant at, Deadline deadline) {
        List<Runnable> writes = new ArrayList<>();
        if (known.key().format() == ApiKeyFormat.V1) {
            writes.add(() -> log.append(Revocation.ofKey(known.fingerprint(), at), deadline));
        }
        known.key()
                .model()
                .stamp()
                .id()
                .ifPresent(jti -> writes.add(() -> log.append(Revocation.ofKeyId(jti, at), deadline)));
        if (known.entry().isPresent()) {
            writes.add(() -> registry.markRevoked(known.fingerprint(), at, deadline));
        }
        writes.stream().limit(1).forEach(Runnable::run);
        writes.stream().skip(1).forEach(ApiKeyRevoker::goOn);
    }

    /** Writes more of a change that was begun: where the store is not asked for that, the change was made in part all the same. */
    static void goOn(Runnable write) {
        try {
            write.run();
        } catch (Outage.CircuitOpen notAsked) {
            throw new Outage.Unavailable("the store of keys", notAsked);
        }
    }

    boolean isAdvisory(KnownKey known) {
        return known.key().format() == ApiKeyFormat.V1 && policy == ApiKeyPolicy.COMPAT;
    }
}
