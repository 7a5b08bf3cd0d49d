package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyInspection.Verdict;
import io.github.auraauth.usecase.apikey.ApiKeyFinder.KnownKey;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Goes through the reasons for a refusal one by one. */
final class ApiKeyInspector {
    private final ApiKeyFinder finder;
    private final RevocationLogFollower revocations;
    private final ApiKeyPolicy policy;
    private final InstantSource clock;

    ApiKeyInspector(ApiKeyFinder finder, RevocationLogFollower revocations, ApiKeyPolicy policy, InstantSource clock) {
        this.finder = requireNonNull(finder, "finder");
        this.revocations = requireNonNull(revocations, "revocations");
        this.policy = requireNonNull(policy, "policy");
        this.clock = requireNonNull(clock, "clock");
    }

    ApiKeyInspection inspect(Secret key, Deadline deadline) {
        revocations.poll(deadline);
        Optional<KnownKey> known = finder.findText(key, deadline);
        return new ApiKeyInspection(
                known.map(KnownKey::key),
                known.map(found -> verdict(found, clock.instant())).orElse(Verdict.UNDECIPHERABLE));
    }

    private Verdict verdict(KnownKey known, Instant now) {
        ReadApiKey key = known.key();
        ApiKeyFingerprint fingerprint = known.fingerprint();
        if (key.model().isExpiredAt(now)) {
            return Verdict.EXPIRED;
        }
        if (finder.isForeign(known)) {
            return Verdict.OTHER_ENVIRONMENT;
        }
        if (revocations.known().revokes(fingerprint, key.model(), now)) {
            return Verdict.REVOKED;
        }
        boolean mustBeRegistered = policy.asksRegistry() && key.format() == ApiKeyFormat.V1;
        return mustBeRegistered && known.entry().isEmpty() ? Verdict.NOT_REGISTERED : Verdict.GOOD;
    }
}
