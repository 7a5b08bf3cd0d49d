package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyStanding;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Looks up whether keys are registered and revoked. Keys that were found registered are remembered for ten minutes. */
final class ApiKeyStandingLookup {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_IN_VAIN = Duration.ofMillis(250);

    private static final ApiKeyFingerprint UNREGISTERED = new ApiKeyFingerprint("0".repeat(64));

    private final ApiKeyRegistry registry;
    private final RevocationLogFollower revocations;
    private final InstantSource clock;
    private final RecentFingerprints registered;
    private final RecentFingerprints used;

    ApiKeyStandingLookup(ApiKeyRegistry registry, RevocationLogFollower revocations, InstantSource clock) {
        this.registry = requireNonNull(registry, "registry");
        this.revocations = requireNonNull(revocations, "revocations");
        this.clock = requireNonNull(clock, "clock");
        this.registered = new RecentFingerprints(REMEMBERED, REMEMBERED);
        this.used = new RecentFingerprints(USE_NOTED_EVERY, USE_NOTED_EVERY);
    }

    /** The standing of a key that need not be registered. */
    Standing unasked(ApiKeyFingerprint fingerprint) {
        return new Standing(fingerprint, RegistryAnswer.NOT_ASKED, false);
    }

    /** The standing of a key that must be registered, where it was found so within ten minutes; asks nobody. */
    Optional<Standing> remembered(ApiKeyFingerprint fingerprint) {
        return registered.contains(fingerprint, clock.instant())
                ? Optional.of(new Standing(fingerprint, RegistryAnswer.REGISTERED, false))
                : Optional.empty();
    }

    /** The standing of a key that must be registered; where the registry is away, it may be or not. */
    Standing asked(ApiKeyFingerprint fingerprint, Deadline deadline) {
        return remembered(fingerprint)
                .orElseGet(() -> new Standing(fingerprint, look(fingerprint, deadline.share(2)), true));
    }

    /**
     * Asks the registry, where it has not been asked, only to take the time that it takes: for a key that is not there,
     * since to find one takes longer.
     */
    void askInVain(Standing standing, Deadline deadline) {
        if (!standing.lookedUp) {
            look(UNREGISTERED, Deadline.in(deadline.remainingUpTo(LONGEST_IN_VAIN), clock));
        }
    }

    /** Notes that a key was used, once a minute; the registry need not know it. */
    void noteUse(ApiKeyFingerprint fingerprint, Instant now) {
        if (used.note(fingerprint, now)) {
            registry.noteUse(fingerprint, now);
        }
    }

    private RegistryAnswer look(ApiKeyFingerprint fingerprint, Deadline deadline) {
        try {
            boolean found = registry.find(fingerprint, deadline).isPresent();
            if (found) {
                registered.note(fingerprint, clock.instant());
            }
            return found ? RegistryAnswer.REGISTERED : RegistryAnswer.UNREGISTERED;
        } catch (Outage away) {
            return RegistryAnswer.UNKNOWN;
        }
    }

    private enum RegistryAnswer {
        NOT_ASKED,
        REGISTERED,
        UNREGISTERED,
        /** The registry did not answer. */
        UNKNOWN
    }

    /** The standing of one presented key at this moment. */
    final class Standing implements ApiKeyStanding {
        private final ApiKeyFingerprint fingerprint;
        private final RegistryAnswer registration;
        private final boolean lookedUp;
        private final boolean current;
        private final Revocations revoked;

        private Standing(ApiKeyFingerprint fingerprint, RegistryAnswer registration, boolean lookedUp) {
            this.fingerprint = fingerprint;
            this.registration = registration;
            this.lookedUp = lookedUp;
            // in this order: what is read after its age is no older than that
            this.current = revocations.isCurrent();
            this.revoked = revocations.known();
        }

        @Override
        public boolean isRegistered() {
            return registration != RegistryAnswer.UNREGISTERED;
        }

        @Override
        public boolean isRevoked(ApiKeyModel model, Instant now) {
            return revoked.revokes(fingerprint, model, now);
        }

        /** Whether this speaks for the key only because what would speak against it cannot be read. */
        boolean isUncertain() {
            return registration == RegistryAnswer.UNKNOWN || !current;
        }
    }
}
