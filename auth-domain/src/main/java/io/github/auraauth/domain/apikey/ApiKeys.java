package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.crypto.CbcText;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Issues enciphered APIKeys, reads them, and decides calls: the entry point for services that embed this jar. Needs no
 * look-up, holds no state, and is safe for use by many threads.
 */
public final class ApiKeys {
    private final ApiKeyV1Codec v1;
    private final ApiKeyV2Codec v2;
    private final CbcText cbc;
    private final ApiKeyDecoy decoy;
    private final String environment;
    private final ApiKeyPolicy policy;
    private final SecureRandom random;

    /**
     * @param ivPosition {@code AURA_ENCRYPTION_IV_POSITION}, a character index, 35 unless set
     * @param environment {@code AURA_ENVIRONMENT_NAME}; keys made for another one are refused
     * @param policy {@link ApiKeyPolicy#STRICT} takes keys of version 1 only by a standing that says they are registered
     */
    public ApiKeys(EncryptionKeys keys, int ivPosition, String environment, ApiKeyPolicy policy, SecureRandom random) {
        this.cbc = new CbcText(keys, ivPosition);
        this.v1 = new ApiKeyV1Codec(cbc);
        this.v2 = new ApiKeyV2Codec(keys);
        this.environment = requireNonNull(environment, "environment");
        this.decoy = new ApiKeyDecoy(environment);
        this.policy = requireNonNull(policy, "policy");
        this.random = requireNonNull(random, "random");
    }

    /** Makes a key of version 2 for this environment, with a random {@code jti}. */
    public IssuedApiKey issue(ApiKeyRequest request, Instant now) {
        requireNonNull(request, "request");
        var stamp = new ApiKeyModel.Stamp(
                Optional.of(RandomIds.uuid(random)),
                Optional.of(now),
                request.expiresAt(),
                Optional.of(environment),
                request.name());
        var model = new ApiKeyModel(request.version(), request.grants(), stamp);
        return new IssuedApiKey(Secret.ofText(v2.write(model, random)), ApiKeyFormat.V2, model);
    }

    /** Makes a key in the seed's format, for consumers that know no other; it never carries a name. */
    public IssuedApiKey issueLegacy(ApiKeyRequest request) {
        requireNonNull(request, "request");
        var stamp = new ApiKeyModel.Stamp(
                Optional.empty(), Optional.empty(), request.expiresAt(), Optional.empty(), Optional.empty());
        var model = new ApiKeyModel(request.version(), request.grants(), stamp);
        return new IssuedApiKey(Secret.ofText(v1.write(model, random)), ApiKeyFormat.V1, model);
    }

    /** What a key says, whatever its time, environment or rights; empty when no key of the list deciphers it. */
    public Optional<ReadApiKey> read(String key) {
        return read(requireNonNull(key, "key"), model -> true);
    }

    /** What a key says when it is good here and now: of this environment, unexpired, and taken by the policy. */
    public Optional<ReadApiKey> verify(String key, Instant now) {
        requireNonNull(key, "key");
        return verify(new PresentedApiKey(key, cbc), now, ApiKeyStanding.NO_REGISTRY);
    }

    /** The same for a key of which a registry knows something. */
    public Optional<ReadApiKey> verify(PresentedApiKey key, Instant now, ApiKeyStanding standing) {
        requireNonNull(key, "key");
        requireNonNull(now, "now");
        requireNonNull(standing, "standing");
        boolean registeredOnly = mustBeRegistered(key);
        return read(key.text(), model -> isTaken(model, now, !registeredOnly || standing.isRegistered(), standing));
    }

    /** The key as it was read before, when it is still good: time and standing are looked at anew. */
    public Optional<ReadApiKey> verifyAgain(ReadApiKey read, Instant now, ApiKeyStanding standing) {
        boolean registered = !mustBeRegistered(read.format()) || standing.isRegistered();
        return Optional.of(read).filter(key -> isTaken(key.model(), now, registered, standing));
    }

    /** Looks at everything, whatever is found first: no reason for a refusal is the shorter way. */
    private boolean isTaken(ApiKeyModel model, Instant now, boolean registered, ApiKeyStanding standing) {
        boolean unexpired = !model.isExpiredAt(now);
        boolean ours = !model.isForeignTo(environment);
        boolean unrevoked = !standing.isRevoked(model, now);
        return registered && unexpired && ours && unrevoked;
    }

    /** Whether a key that says this was made for another environment, and so is good for nothing here. */
    public boolean isForeign(ApiKeyModel model) {
        return model.isForeignTo(environment);
    }

    /** Which keys of version 1 are taken here. */
    public ApiKeyPolicy policy() {
        return policy;
    }

    /** Whether the policy takes the key only when a registry has it. */
    public boolean mustBeRegistered(PresentedApiKey key) {
        return mustBeRegistered(key.claimed());
    }

    private boolean mustBeRegistered(ApiKeyFormat format) {
        return policy.asksRegistry() && format == ApiKeyFormat.V1;
    }

    /** @param authorization the header's value; empty when it is missing or stands there more than once */
    public PresentedApiKey present(Optional<String> authorization) {
        return presentText(PresentedApiKey.textOf(authorization));
    }

    /** @param key the key alone, without the header's scheme */
    public PresentedApiKey presentText(String key) {
        return new PresentedApiKey(requireNonNull(key, "key"), cbc);
    }

    /**
     * Decides a call by the value of its {@code Authorization} header, without a registry.
     *
     * @param authorization the header's value; empty when it is missing or stands there more than once
     * @param needed what the operation asks for
     * @param path relative to the API's base path
     */
    public AuthenticationResult<GrantedIdentity> decide(
            Optional<String> authorization, RequiredAccess needed, RequestPath path, Instant now) {
        return decide(present(authorization), needed, path, now, ApiKeyStanding.NO_REGISTRY);
    }

    /** Decides a call by its key and what a registry knows of it; a refusal is that of no good key or of no right. */
    public AuthenticationResult<GrantedIdentity> decide(
            PresentedApiKey presented, RequiredAccess needed, RequestPath path, Instant now, ApiKeyStanding standing) {
        return permitted(verify(presented, now, standing), needed, path);
    }

    /** What a verified key may do. */
    public AuthenticationResult<GrantedIdentity> permitted(
            Optional<ReadApiKey> verified, RequiredAccess needed, RequestPath path) {
        if (verified.isEmpty()) {
            return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
        }
        ApiKeyModel model = verified.get().model();
        if (!model.permits(needed, path)) {
            return AuthenticationResult.refused(Refusal.FORBIDDEN);
        }
        return new AuthenticationResult.Granted<>(
                new GrantedIdentity(model.grants().apps(), model.stamp().id()));
    }

    /**
     * Decides a call to a service of one's own: GET, HEAD and OPTIONS read, all else writes, any valid key with the
     * scope {@code aura-services} will do.
     *
     * @param path as it stood in the request line, without query, relative to the API's base path; one that has no
     *     normal form is forbidden
     */
    public AuthenticationResult<GrantedIdentity> decide(String authorization, String method, String path, Instant now) {
        requireNonNull(authorization, "authorization");
        AccessMode mode = AccessMode.ofMethod(method);
        return RequestPath.parse(path)
                .map(normal -> decide(Optional.of(authorization), RequiredAccess.ofPublic(mode), normal, now))
                .orElseGet(() -> AuthenticationResult.refused(Refusal.FORBIDDEN));
    }

    /**
     * Every refusal runs all trials of both formats, and reads a model. Only a key that is taken ends them early, and sooner
     * when the format that it claims is tried first.
     */
    private Optional<ReadApiKey> read(String key, Predicate<ApiKeyModel> acceptable) {
        ApiKeyFormat claimed = ApiKeyFormat.of(key);
        return decoy.unlessJudged(
                acceptable, noted -> read(claimed, key, noted).or(() -> read(claimed.other(), key, noted)));
    }

    private Optional<ReadApiKey> read(ApiKeyFormat format, String key, Predicate<ApiKeyModel> acceptable) {
        TrialDecryption trial = format == ApiKeyFormat.V1 ? v1 : v2;
        return trial.read(key, acceptable).map(model -> new ReadApiKey(format, model));
    }

    @Override
    public String toString() {
        return "ApiKeys[" + environment + "]";
    }
}
