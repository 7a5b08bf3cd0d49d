package io.github.auraauth.fakes.directline;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that were given out. Safe for use by many threads. */
final class IssuedTokens {
    static final Duration VALIDITY = Duration.ofMinutes(30);
    private static final int TOKEN_BYTES = 32;
    private static final int CONVERSATION_BYTES = 16;

    private final Map<String, FakeToken> tokens = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final SecureRandom random;

    IssuedTokens(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A token for a conversation that nobody has begun. */
    FakeToken forNewConversation() {
        return forConversation(text(CONVERSATION_BYTES));
    }

    FakeToken forConversation(String id) {
        tokens.values().removeIf(this::isLongOver);
        FakeToken token = new FakeToken(text(TOKEN_BYTES), id, clock.instant().plus(VALIDITY));
        tokens.put(token.value(), token);
        return token;
    }

    /** The token of that value, whether its time is over or not. */
    Optional<FakeToken> find(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    boolean isOver(FakeToken token) {
        return !clock.instant().isBefore(token.end());
    }

    private boolean isLongOver(FakeToken token) {
        return clock.instant().isAfter(token.end().plus(VALIDITY));
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
