package io.github.auraauth.domain.state;

import io.github.auraauth.domain.apikey.SeedCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** States, and readers of them, for tests. */
final class States {
    static final String ENTRY = "0123456789abcdefghijklmnopqrstuv";
    static final String OTHER_ENTRY = "vutsrqponmlkjihgfedcba9876543210";
    static final int IV_POSITION = 35;
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00.250Z");
    static final Duration VALIDITY = Duration.ofMinutes(10);
    static final AuraId AURA_ID = new AuraId("4d97c430-6c0e-4f0e-9757-d1df7f5f634a");
    static final ChannelId CHANNEL = new ChannelId(UUID.fromString("0c6196a5-a843-428a-92f4-bcf245a70d66"));
    static final SecureRandom RANDOM = new SecureRandom();
    static final KeyedDigest DIGEST = KeyedDigest.derivedFrom(Secret.ofText(ENTRY), "states of tests");
    static final LoginState.Extras EXTRAS = new LoginState.Extras(
            Optional.of("es-es"),
            Optional.of("https://app.example.org/después?a=1"),
            Optional.of("c-1"),
            Optional.of("https://bot.example.org/cb"));

    private static final SeedCipher SEED = new SeedCipher(ENTRY, IV_POSITION);

    private States() {}

    static LoginStates reading(StatePolicy policy, String... entries) {
        return new LoginStates(
                EncryptionKeys.parse("aes-256-cbc", String.join(",", entries)),
                IV_POSITION,
                new StateRules(policy, VALIDITY),
                DIGEST,
                RANDOM);
    }

    static String issued(LoginStates states, StatePurpose purpose, LoginState.Extras extras) {
        return text(states.issue(new StateRequest(AURA_ID, CHANNEL, purpose, extras), NOW));
    }

    static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }

    /** A state of version 1 as aura-bot writes it, of which the members are given as JSON. */
    static String v1(String json) {
        return SEED.encipher(json);
    }

    /** The members that a state of version 1 must have, without the brace at the end. */
    static String least(Instant issuedAt) {
        return "{\"auraId\":\"" + AURA_ID.value() + "\",\"channelId\":\"" + CHANNEL.text() + "\",\"ts\":"
                + issuedAt.toEpochMilli();
    }

    static SeedCipher seed() {
        return SEED;
    }
}
