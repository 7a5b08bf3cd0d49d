package io.github.auraauth.domain.vectors;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.PathPattern;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.crypto.AesGcm;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.crypto.SealedText;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.json.FlatObject;
import io.github.auraauth.domain.json.FlatValue;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RegistrationDecision;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.domain.user.UserRow;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One object of every kind that the domain has, all its secrets and personal data marked with a canary. */
final class Samples {
    static final String CANARY = "canary";
    static final String CANARY_NUMBER = "+34600987654";

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secret SECRET = Secret.ofText(CANARY + "-0123456789-0123456789-012");

    private Samples() {}

    static List<Object> all() {
        return Stream.of(
                        users(),
                        keys(),
                        decisions(),
                        LoginSamples.states(),
                        LoginSamples.tokens(),
                        AccountSamples.all(),
                        ProviderSamples.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> users() {
        var authentication = Authentication.of(new PhoneNumber(CANARY_NUMBER));
        var channel = new ChannelId(new UUID(1, 2));
        var registration = new Registration(
                channel,
                new UserId(CANARY),
                new AuthorizationId(CANARY),
                authentication,
                Optional.of(SECRET),
                Optional.of(NOW));
        var identities = new UserIdentities(SECRET);
        var user = User.registered(new AuraId(CANARY), identities.globalId(authentication), registration, NOW);
        var hasher = new AuraIdHasher(SECRET);
        return List.of(
                SECRET,
                identities,
                hasher,
                authentication,
                registration,
                user,
                channel,
                new Authentication(AuthenticationType.EMAIL, CANARY + "@example.org"),
                new PhoneNumber(CANARY_NUMBER),
                new AuraId(CANARY),
                new UserId(CANARY),
                new AuthorizationId(CANARY),
                user.auraGlobalId(),
                identities.anonymous(user.auraId(), channel),
                hasher.hash(user.auraId()),
                Erasure.of(new UUID(3, 4), new PhoneNumber(CANARY_NUMBER), NOW)
                        .including(List.of(UserRow.of(CANARY, user))),
                UserRow.of(CANARY, user),
                new RegistrationDecision.Keep(user),
                new RegistrationDecision.Update(user),
                new RegistrationDecision.Renew(user));
    }

    private static List<Object> keys() {
        var entries = EncryptionKeys.of(List.of(SECRET));
        var keys = new ApiKeys(entries, 35, "local", ApiKeyPolicy.COMPAT, RANDOM);
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        IssuedApiKey issued = keys.issue(request, NOW);
        return List.of(
                entries,
                keys,
                grants,
                request,
                issued,
                issued.model(),
                issued.model().stamp(),
                new ReadApiKey(ApiKeyFormat.V2, issued.model()),
                new AesGcm(SECRET.reveal()),
                new AtRestCipher(entries, RANDOM),
                new SealedText(SealedText.Format.LOGIN_STATE, entries),
                KeyedDigest.derivedFrom(SECRET, "a use"));
    }

    private static List<Object> decisions() {
        var identity = new GrantedIdentity(Set.of("kernel"), Optional.empty());
        return List.of(
                identity,
                new AuthenticationResult.Granted<>(identity),
                new RequiredAccess(Set.of(AccessLevel.PUBLIC), "a", AccessMode.READ),
                new RequestPath(List.of("a")),
                PathPattern.of("/a"),
                new FlatObject(Map.of("a", new FlatValue.Whole(1))),
                new FlatValue.Text("a"),
                new FlatValue.TextList(List.of("a")));
    }
}
