package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Identifier of the channel by which a user speaks with the assistant. */
public record ChannelId(UUID value) {
    public ChannelId {
        requireNonNull(value, "value");
    }

    /** Reads the full form of a UUID, in any case. */
    public static Optional<ChannelId> parse(String text) {
        return TextRules.uuid(text).map(ChannelId::new);
    }

    /** The UUID in lower case, as it is stored and compared. */
    public String text() {
        return value.toString();
    }
}
