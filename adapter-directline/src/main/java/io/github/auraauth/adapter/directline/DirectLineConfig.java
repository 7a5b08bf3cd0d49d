package io.github.auraauth.adapter.directline;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.List;

/**
 * How Direct Line is reached.
 *
 * @param conversations the address of its conversations; that of its tokens is beside it
 * @param secrets of the bot, printable ASCII; none when there is no bot
 */
public record DirectLineConfig(URI conversations, List<Secret> secrets) {
    public DirectLineConfig {
        boolean http = "http".equals(conversations.getScheme()) || "https".equals(conversations.getScheme());
        if (!http || conversations.getHost() == null) {
            throw new IllegalArgumentException("conversations must be an address of http or https");
        }
        if (conversations.getRawQuery() != null || conversations.getRawFragment() != null) {
            throw new IllegalArgumentException("conversations must end with its path");
        }
        secrets = List.copyOf(secrets);
        if (!secrets.stream().allMatch(DirectLineConfig::isVisibleAscii)) {
            throw new IllegalArgumentException("secrets must be printable ASCII without spaces, and none empty");
        }
        conversations = withoutLastSlash(conversations);
    }

    /** The address that generates tokens. */
    URI tokens() {
        return conversations.resolve("tokens/generate");
    }

    private static URI withoutLastSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }

    private static boolean isVisibleAscii(Secret secret) {
        boolean visible = secret.length() > 0;
        for (byte each : secret.reveal()) {
            visible &= each > ' ' && each <= '~';
        }
        return visible;
    }
}
