package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The name that a client gives itself (RFC 6749, section 2.2); no secret.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record ClientId(String value) implements Comparable<ClientId> {
    /** Most characters. */
    public static final int LONGEST = 128;

    public ClientId {
        if (!isClientId(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be 1 to " + LONGEST + " visible ASCII characters");
        }
    }

    /** The identifier of a text, or empty when it can be none. */
    public static Optional<ClientId> parse(String text) {
        return isClientId(text) ? Optional.of(new ClientId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(ClientId other) {
        return value.compareTo(other.value);
    }

    private static boolean isClientId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
