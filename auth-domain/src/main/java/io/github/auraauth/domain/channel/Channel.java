package io.github.auraauth.domain.channel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.ChannelId;
import java.util.Optional;

/**
 * A channel through which people speak with the assistant.
 *
 * @param name for people to read, 1 to 100 code points without control characters
 * @param anonymous whether people whom it does not recognise are given an anonymous identity
 */
public record Channel(ChannelId id, Optional<String> name, boolean anonymous) {
    private static final int LONGEST_NAME = 100;

    public Channel {
        requireNonNull(id, "id");
        if (!requireNonNull(name, "name").map(Channel::isName).orElse(true)) {
            throw new IllegalArgumentException("name must be 1 to 100 characters, none of them a control character");
        }
    }

    /** Whether a text can be a name. */
    public static boolean isName(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1 && length <= LONGEST_NAME && text.codePoints().noneMatch(Character::isISOControl);
    }
}
