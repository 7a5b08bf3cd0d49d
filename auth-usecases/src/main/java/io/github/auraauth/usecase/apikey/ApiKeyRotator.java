package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.PathPattern;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyRotation;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Absent;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Ended;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Rotated;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.usecase.apikey.ApiKeyFinder.KnownKey;
import io.github.auraauth.usecase.apikey.ApiKeyIssuer.Order;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the new key first: if anything fails after that, one key too many is registered, and nobody is locked out. */
final class ApiKeyRotator {
    private final ApiKeyFinder finder;
    private final ApiKeyIssuer issuer;
    private final ApiKeyRevoker revoker;
    private final RevocationLogFollower revoked;
    private final InstantSource clock;

    ApiKeyRotator(
            ApiKeyFinder finder,
            ApiKeyIssuer issuer,
            ApiKeyRevoker revoker,
            RevocationLogFollower revoked,
            InstantSource clock) {
        this.finder = requireNonNull(finder, "finder");
        this.issuer = requireNonNull(issuer, "issuer");
        this.revoker = requireNonNull(revoker, "revoker");
        this.revoked = requireNonNull(revoked, "revoked");
        this.clock = requireNonNull(clock, "clock");
    }

    ApiKeyRotationOutcome rotate(ApiKeySelector old, ApiKeyRotation rotation, Deadline deadline) {
        Optional<KnownKey> known = finder.find(old, deadline);
        if (known.isEmpty()) {
            return new Absent();
        }
        Instant now = clock.instant();
        revoked.poll(deadline);
        return hasEnded(known.get(), now) || isVain(known.get(), rotation)
                ? new Ended()
                : replace(known.get(), rotation, now, deadline);
    }

    private Rotated replace(KnownKey old, ApiKeyRotation rotation, Instant now, Deadline deadline) {
        ApiKeyModel model = old.key().model();
        Optional<Duration> lifetime = rotation.lifetime().or(() -> lifetime(old, now));
        var request = new ApiKeyRequest(
                model.version(),
                usable(model.grants()),
                lifetime.map(now::plus),
                old.entry()
                        .flatMap(RegisteredApiKey::name)
                        .or(() -> model.stamp().name()));
        IssuedApiKey issued = issuer.issue(
                new Order(request, rotation.format(), rotation.by(), Optional.of(old.fingerprint())), deadline);
        Instant end = earliest(now.plus(rotation.grace()), old);
        ApiKeyRevoker.goOn(() -> revoker.end(old, end, deadline));
        return new Rotated(issued, end, revoker.isAdvisory(old));
    }

    private boolean hasEnded(KnownKey old, Instant now) {
        ApiKeyModel model = old.key().model();
        return model.isExpiredAt(now)
                || finder.isForeign(old)
                || revoked.known().revokes(old.fingerprint(), model, now);
    }

    /** Whether the new key would be refused, or take what the old one does not grant. */
    private boolean isVain(KnownKey old, ApiKeyRotation rotation) {
        ApiKeyModel.Grants grants = old.key().model().grants();
        boolean consumerRevoked =
                rotation.format() == ApiKeyFormat.V1 && revoked.known().revokesLegacy(grants.apps());
        return consumerRevoked || (!grants.paths().isEmpty() && patterns(grants).isEmpty());
    }

    /** A rotation does not lengthen what the old key has left: to its own end, or to that of an earlier rotation. */
    private Instant earliest(Instant end, KnownKey old) {
        ApiKeyModel model = old.key().model();
        return Stream.of(
                        Optional.of(end),
                        revoked.known().endOf(old.fingerprint(), model),
                        model.stamp().expiresAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    /** As long as the old key was made for; where nobody knows when it was made, for what is left of it. */
    private static Optional<Duration> lifetime(KnownKey old, Instant now) {
        ApiKeyModel.Stamp stamp = old.key().model().stamp();
        Instant made = stamp.issuedAt()
                .filter(time -> !time.isAfter(now))
                .or(() -> old.entry().map(entry -> entry.origin().createdAt()))
                .orElse(now);
        return stamp.expiresAt().map(end -> Duration.between(made, end));
    }

    /** Without the entries of a key made elsewhere that are no patterns and match nothing. */
    private static ApiKeyModel.Grants usable(ApiKeyModel.Grants grants) {
        return new ApiKeyModel.Grants(grants.scopes(), grants.apps(), grants.mode(), patterns(grants));
    }

    private static List<String> patterns(ApiKeyModel.Grants grants) {
        return grants.paths().stream().filter(PathPattern::isPattern).toList();
    }
}
