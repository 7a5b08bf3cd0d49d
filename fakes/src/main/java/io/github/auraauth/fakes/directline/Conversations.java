package io.github.auraauth.fakes.directline;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All conversations that were begun, and where each is heard. Safe for use by many threads. */
final class Conversations {
    static final String PATH = "/v3/directline/conversations";
    private static final int MOST_DIGITS = 9;

    private final Map<String, Conversation> begun = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile URI address = URI.create("http://localhost");

    Conversations(InstantSource clock) {
        this.clock = clock;
    }

    /** Says where the fake listens. */
    void listensOn(URI given) {
        address = given;
    }

    /** Begins it; whether it is new. */
    boolean start(String id) {
        return begun.putIfAbsent(id, new Conversation(id, clock)) == null;
    }

    Optional<Conversation> find(String id) {
        return Optional.ofNullable(begun.get(id));
    }

    /** The WebSocket on which everything after the watermark is heard. */
    String stream(FakeToken token, String watermark) {
        return "ws://" + address.getAuthority() + PATH + '/' + token.conversationId() + "/stream?watermark="
                + URLEncoder.encode(watermark, StandardCharsets.UTF_8) + "&t=" + token.value();
    }

    /** What a watermark means: none and {@code -} are the beginning. */
    static int number(@Nullable String watermark) {
        boolean isNumber = watermark != null
                && !watermark.isEmpty()
                && watermark.length() <= MOST_DIGITS
                && watermark.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(watermark) : 0;
    }
}
