package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.apikey.PresentedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.usecase.apikey.ApiKeyStandingLookup.Standing;
import io.github.auraauth.usecase.apikey.VerifiedApiKeys.Verified;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides calls by what their key says and by what is known of it. A source that fails too often is turned away, except
 * with what cannot have been guessed there: a key that was good within the last ten minutes, or a good one of version 2.
 */
public final class ApiKeyAuthenticationService implements ApiKeyAuthentication {
    private static final int LONGEST_RECOGNIZED = 2_048;
    private static final Duration PROVEN = Duration.ofMinutes(10);
    private static final Duration PROVEN_ANEW = Duration.ofSeconds(1);

    private final ApiKeys apiKeys;
    private final ApiKeyStandingLookup standings;
    private final SourceThrottle throttle;
    private final InstantSource clock;
    private final RecentFingerprints proven;
    private final VerifiedApiKeys verified;

    public ApiKeyAuthenticationService(
            ApiKeys apiKeys,
            ApiKeyRegistry registry,
            RevocationLogFollower revocations,
            SourceThrottle throttle,
            InstantSource clock) {
        this.apiKeys = requireNonNull(apiKeys, "apiKeys");
        this.standings = new ApiKeyStandingLookup(registry, revocations, clock);
        this.throttle = requireNonNull(throttle, "throttle");
        this.clock = requireNonNull(clock, "clock");
        this.proven = new RecentFingerprints(PROVEN, PROVEN_ANEW);
        this.verified = new VerifiedApiKeys();
    }

    @Override
    public AuthenticationResult<GrantedIdentity> authenticate(ApiKeyCall call, Deadline deadline) {
        Optional<GrantedIdentity> known = recognize(call);
        if (known.isPresent()) {
            return new AuthenticationResult.Granted<>(known.get());
        }
        PresentedApiKey key = apiKeys.present(call.authorization());
        ApiKeyFingerprint fingerprint = key.fingerprint();
        if (throttle.isClosedTo(call.source()) && !proven.contains(fingerprint, clock.instant())) {
            return authenticateOverTheLimit(call, key, fingerprint);
        }
        Standing standing =
                apiKeys.mustBeRegistered(key) ? standings.asked(fingerprint, deadline) : standings.unasked(fingerprint);
        return decide(call, key, fingerprint, standing)
                .fold(
                        identity -> verified(fingerprint, standing, new AuthenticationResult.Granted<>(identity)),
                        refusal -> refusal == Refusal.FORBIDDEN
                                ? forbidden(call, key, fingerprint, standing)
                                : refused(call, fingerprint, standing, deadline));
    }

    /**
     * By what was read in the key before; all else is looked at as of now. No long text: it would be digested on a thread that
     * others wait for.
     */
    @Override
    public Optional<GrantedIdentity> recognize(ApiKeyCall call) {
        if (!isShort(call)) {
            return Optional.empty();
        }
        PresentedApiKey key = apiKeys.present(call.authorization());
        Instant now = clock.instant();
        return verified.find(key.digest(), now).flatMap(known -> recognize(call, key, known, now));
    }

    private Optional<GrantedIdentity> recognize(ApiKeyCall call, PresentedApiKey key, Verified known, Instant now) {
        Optional<Standing> standing = apiKeys.mustBeRegistered(key)
                ? standings.remembered(known.fingerprint())
                : Optional.of(standings.unasked(known.fingerprint()));
        if (standing.isEmpty() || standing.get().isUncertain()) {
            return Optional.empty();
        }
        Optional<ReadApiKey> good = apiKeys.verifyAgain(known.read(), now, standing.get());
        Optional<GrantedIdentity> identity = apiKeys.permitted(good, call.needed(), call.path())
                .fold(Optional::of, refusal -> Optional.<GrantedIdentity>empty());
        if (identity.isPresent()) {
            noteUse(known.fingerprint(), now);
        }
        return identity;
    }

    private AuthenticationResult<GrantedIdentity> decide(
            ApiKeyCall call, PresentedApiKey key, ApiKeyFingerprint fingerprint, Standing standing) {
        Instant now = clock.instant();
        Optional<ReadApiKey> good = apiKeys.verify(key, now, standing);
        good.filter(read -> isShort(call))
                .ifPresent(read -> verified.note(key.digest(), new Verified(read, fingerprint), now));
        return apiKeys.permitted(good, call.needed(), call.path());
    }

    private static boolean isShort(ApiKeyCall call) {
        return call.authorization()
                .filter(text -> text.length() <= LONGEST_RECOGNIZED)
                .isPresent();
    }

    private void noteUse(ApiKeyFingerprint fingerprint, Instant now) {
        proven.note(fingerprint, now);
        standings.noteUse(fingerprint, now);
    }

    /**
     * Looks into keys of version 2 only, and asks no store: whatever is wrong with one, it is turned away like all else
     * after the same work, and counts no more.
     */
    private AuthenticationResult<GrantedIdentity> authenticateOverTheLimit(
            ApiKeyCall call, PresentedApiKey key, ApiKeyFingerprint fingerprint) {
        if (key.claimed() != ApiKeyFormat.V2) {
            return AuthenticationResult.refused(Refusal.THROTTLED);
        }
        Standing standing = standings.unasked(fingerprint);
        return decide(call, key, fingerprint, standing)
                .fold(
                        identity -> verified(fingerprint, standing, new AuthenticationResult.Granted<>(identity)),
                        refusal -> refusal == Refusal.FORBIDDEN
                                ? verified(fingerprint, standing, AuthenticationResult.refused(Refusal.FORBIDDEN))
                                : AuthenticationResult.refused(Refusal.THROTTLED));
    }

    private AuthenticationResult<GrantedIdentity> verified(
            ApiKeyFingerprint fingerprint, Standing standing, AuthenticationResult<GrantedIdentity> outcome) {
        if (standing.isUncertain()) {
            return AuthenticationResult.refused(Refusal.UNDECIDED);
        }
        noteUse(fingerprint, clock.instant());
        return outcome;
    }

    private AuthenticationResult<GrantedIdentity> refused(
            ApiKeyCall call, ApiKeyFingerprint fingerprint, Standing standing, Deadline deadline) {
        throttle.count(call.source());
        proven.forget(fingerprint);
        if (apiKeys.policy().asksRegistry()) {
            standings.askInVain(standing, deadline);
        }
        return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
    }

    /** A holder can change a key of version 1 and so try rights out: one without the right counts as a failure. */
    private AuthenticationResult<GrantedIdentity> forbidden(
            ApiKeyCall call, PresentedApiKey key, ApiKeyFingerprint fingerprint, Standing standing) {
        AuthenticationResult<GrantedIdentity> outcome =
                verified(fingerprint, standing, AuthenticationResult.refused(Refusal.FORBIDDEN));
        if (key.claimed() == ApiKeyFormat.V1 && !standing.isUncertain()) {
            throttle.count(call.source());
        }
        return outcome;
    }
}
