package io.github.auraauth.domain.vectors;

import static io.github.auraauth.domain.vectors.Samples.CANARY;
import static io.github.auraauth.domain.vectors.Samples.CANARY_NUMBER;

import io.github.auraauth.domain.crypto.CbcText;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.kernel.RefusalClassifier;
import io.github.auraauth.domain.kernel.RefusalPatterns;
import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateReading;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.token.AccessTokenRules;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.KernelAccessToken;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.domain.token.TokenVerdict;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One object of every kind that a login is decided by. */
final class LoginSamples {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secret SECRET = Secret.ofText(CANARY + "-0123456789-0123456789-012");
    private static final EncryptionKeys ENTRIES = EncryptionKeys.of(List.of(SECRET));

    private static final PrivateSigningKey SIGNING_KEY = new PrivateSigningKey(
            new JsonWebKey("a", SignatureAlgorithm.RS256, Map.of("n", "AQ", "e", "AQAB")), SECRET);

    private LoginSamples() {}

    static List<Object> states() {
        var extras = new LoginState.Extras(
                Optional.of("es-es"), Optional.of(CANARY), Optional.of(CANARY), Optional.of(CANARY));
        var rules = new StateRules(StatePolicy.COMPAT, Duration.ofMinutes(10));
        var states = new LoginStates(ENTRIES, 35, rules, KeyedDigest.derivedFrom(SECRET, "states"), RANDOM);
        var request = new StateRequest(new AuraId(CANARY), new ChannelId(new UUID(1, 2)), StatePurpose.LOGIN, extras);
        String text = new String(states.issue(request, NOW).reveal(), StandardCharsets.US_ASCII);
        var read = states.read(text, StatePurpose.LOGIN, NOW).orElseThrow();
        return List.of(
                extras,
                rules,
                states,
                request,
                read,
                read.state(),
                read.digest(),
                new StateReading.Good(read),
                new StateReading.Refused(StateRefusal.OLD),
                new LoginCookieCodec(ENTRIES, RANDOM),
                new CbcText(ENTRIES, 35));
    }

    static List<Object> tokens() {
        var person = new KernelPerson(
                new UserId(CANARY),
                Optional.of(new AuthorizationId(CANARY)),
                Optional.of(Authentication.of(new PhoneNumber(CANARY_NUMBER))));
        var words = new RefusalPatterns(Set.of("1"), List.of("a"));
        var hosts = TrustedHosts.parse(List.of("app.example.org"), false);
        return List.of(
                person,
                words,
                new RefusalClassifier(words, words),
                new ProviderRefusal(CANARY, Optional.of(CANARY), List.of(CANARY)),
                new KernelAccessToken(person, Set.of("auraid-read"), Set.of("auraid-admin")),
                new IdTokenRules("client"),
                new TokenVerdict.Believed<>(person),
                new TokenVerdict.Refused<>(TokenRefusal.TIME),
                new AccessTokenRules("audience"),
                new JsonWebKeySet("{}"),
                SIGNING_KEY.publicKey(),
                SIGNING_KEY,
                TokenClaims.of(Map.of("sub", CANARY)),
                hosts,
                hosts.redirect("https://app.example.org/" + CANARY).orElseThrow());
    }
}
