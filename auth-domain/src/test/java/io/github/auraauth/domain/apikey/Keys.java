package io.github.auraauth.domain.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keys, models and readers for tests. */
final class Keys {
    static final String ENTRY = "0123456789abcdefghijklmnopqrstuv";
    static final String OTHER_ENTRY = "vutsrqponmlkjihgfedcba9876543210";
    static final int IV_POSITION = 35;
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Keys() {}

    static EncryptionKeys entries(String... entries) {
        return EncryptionKeys.parse("aes-256-cbc", String.join(",", entries));
    }

    static ApiKeys compat(String... entries) {
        return compat(IV_POSITION, new SecureRandom(), entries);
    }

    static ApiKeys compat(int ivPosition, SecureRandom random, String... entries) {
        return new ApiKeys(entries(entries), ivPosition, "local", ApiKeyPolicy.COMPAT, random);
    }

    static ApiKeyModel.Grants grants(AccessMode mode, List<String> paths) {
        return new ApiKeyModel.Grants(Set.of("aura-services"), Set.of("aura-bot"), mode, paths);
    }

    static ApiKeyRequest request(ApiKeyModel.Grants grants) {
        return new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
    }

    static String text(IssuedApiKey issued) {
        return new String(issued.text().reveal(), StandardCharsets.US_ASCII);
    }

    /** The model that a JSON object of the vectors describes, read without any of our code. */
    static ApiKeyModel model(JsonNode json) {
        var grants = new ApiKeyModel.Grants(
                new LinkedHashSet<>(Vectors.texts(json.required("scopes"))),
                new LinkedHashSet<>(Vectors.texts(json.required("apps"))),
                AccessMode.parse(json.required("mode").textValue()).orElseThrow(),
                Vectors.texts(json.path("paths")));
        var stamp = new ApiKeyModel.Stamp(
                text(json, "jti"), time(json, "iat"), time(json, "exp"), text(json, "env"), text(json, "name"));
        return new ApiKeyModel(json.required("version").textValue(), grants, stamp);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::textValue);
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::longValue).map(Instant::ofEpochSecond);
    }

    /** The outcome in one word. */
    static String outcome(AuthenticationResult<GrantedIdentity> decision) {
        return decision.fold(identity -> "granted", refusal -> refusal.name().toLowerCase(Locale.ROOT));
    }
}
