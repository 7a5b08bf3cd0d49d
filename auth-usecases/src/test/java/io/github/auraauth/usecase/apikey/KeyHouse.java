package io.github.auraauth.usecase.apikey;

import io.github.auraauth.adapter.memory.InMemoryApiKeyRegistry;
import io.github.auraauth.adapter.memory.InMemoryRevocationLog;
import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.Admission;
import io.github.auraauth.port.in.AuthenticateApiKey.ApiKeyCall;
import io.github.auraauth.port.out.ApiKeyRegistry;
import io.github.auraauth.port.out.Outage;
import io.github.auraauth.port.out.RevocationLog;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.usecase.revocation.RevocationWatch;
import io.github.auraauth.usecase.throttle.FailureThrottle;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All use cases of keys over stores in memory, which can be away, and which count what they are asked. */
final class KeyHouse {
    static final Duration STALENESS = Duration.ofSeconds(60);

    final SettableClock clock = SettableClock.startingNow();
    final RevocationLog log = new InMemoryRevocationLog();
    final ApiKeys keys;
    final RevocationWatch watch = new RevocationWatch(log, new NoRevocationMirror(), STALENESS, clock);
    final ApiKeyAuthentication authentication;
    final ApiKeyIssuing issuing;
    final ApiKeyRegistration registration;
    final ApiKeyRevocation revocation;
    final ApiKeyRotation rotation;
    final InMemoryApiKeyRegistry stored = new InMemoryApiKeyRegistry();
    boolean registryAway;
    int lookUps;
    int notedUses;

    KeyHouse(ApiKeyPolicy policy, int failuresPerMinute) {
        var entries = EncryptionKeys.of(List.of(Secret.ofText("0123456789abcdefghijklmnopqrstuv")));
        keys = new ApiKeys(entries, 35, "local", policy, new SecureRandom());
        ApiKeyRegistry registry = new Counted();
        KeySearch search = new KeySearch(keys, registry);
        authentication = new ApiKeyAuthentication(
                keys, new KeyStandings(registry, watch, clock), new FailureThrottle(failuresPerMinute, clock), clock);
        issuing = new ApiKeyIssuing(keys, registry, clock);
        registration = new ApiKeyRegistration(search, registry, clock);
        revocation = new ApiKeyRevocation(search, log, registry, policy, clock);
        rotation = new ApiKeyRotation(search, issuing, revocation, watch, clock);
        watch.poll(soon());
    }

    static ApiKeyRequest request(String app, String... paths) {
        var grants = new ApiKeyModel.Grants(Set.of("aura-services"), Set.of(app), AccessMode.READ, List.of(paths));
        return new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.of("a name"));
    }

    String issued(ApiKeyFormat format) {
        return text(issuing.issue(request("webchat"), format, "test", soon()));
    }

    /** A key that nobody registered. */
    String made(ApiKeyFormat format) {
        return text(
                format == ApiKeyFormat.V1
                        ? keys.issueLegacy(request("webchat"))
                        : keys.issue(request("webchat"), clock.instant()));
    }

    static String text(IssuedApiKey issued) {
        return new String(issued.text().reveal(), StandardCharsets.US_ASCII);
    }

    ApiKeyFingerprint fingerprint(String key) {
        return keys.presentText(key).fingerprint();
    }

    Admission call(String key) {
        return call(key, AccessMode.READ, "192.0.2.1");
    }

    Admission call(String key, AccessMode mode, String source) {
        var call = new ApiKeyCall(
                Optional.of("APIKEY " + key),
                source,
                RequiredAccess.ofPublic(mode),
                new RequestPath(List.of("config")));
        return authentication.authenticate(call, soon());
    }

    Deadline soon() {
        return Deadline.in(Duration.ofSeconds(1), clock);
    }

    private final class Counted implements ApiKeyRegistry {
        @Override
        public RegisterOutcome register(RegisteredApiKey key, Deadline deadline) {
            check();
            return stored.register(key, deadline);
        }

        @Override
        public Optional<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Deadline deadline) {
            lookUps++;
            check();
            return stored.find(fingerprint, deadline);
        }

        @Override
        public Optional<RegisteredApiKey> findById(String jti, Deadline deadline) {
            check();
            return stored.findById(jti, deadline);
        }

        @Override
        public List<RegisteredApiKey> all(Deadline deadline) {
            return stored.all(deadline);
        }

        @Override
        public MarkOutcome markRevoked(ApiKeyFingerprint fingerprint, Instant at, Deadline deadline) {
            check();
            return stored.markRevoked(fingerprint, at, deadline);
        }

        @Override
        public void noteUse(ApiKeyFingerprint fingerprint, Instant at) {
            notedUses++;
            stored.noteUse(fingerprint, at);
        }

        private void check() {
            if (registryAway) {
                throw new Outage.Unavailable("registry", new IllegalStateException("away"));
            }
        }
    }
}
