package io.github.auraauth.domain.token;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims for tests: good ones, of which each test changes one. */
final class Claims {
    static final String ISSUER = "https://kernel.example.org/";
    static final String CLIENT = "aura-client";
    static final String AUDIENCE = "aura-api";
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Claims() {}

    static Claims ofIdToken() {
        return new Claims()
                .with("iss", ISSUER)
                .with("sub", "person-1")
                .with("aud", CLIENT)
                .with("exp", NOW.plusSeconds(300).getEpochSecond())
                .with("iat", NOW.getEpochSecond())
                .with("nonce", "n-1");
    }

    static Claims ofAccessToken() {
        return new Claims()
                .with("iss", ISSUER)
                .with("sub", "person-1")
                .with("aud", List.of("another", AUDIENCE))
                .with("exp", NOW.plusSeconds(300).getEpochSecond())
                .with("scope", "auraid-read auraid-write")
                .with("purpose", List.of("auraid-admin"));
    }

    static Claims of(String name, Object value) {
        return new Claims().with(name, value);
    }

    Claims with(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Claims without(String name) {
        claims.remove(name);
        return this;
    }

    TokenClaims all() {
        return TokenClaims.of(claims);
    }
}
