package io.github.auraauth.domain.user;

import java.util.Arrays;
import java.util.Optional;

/** How a person was recognised. */
public enum AuthenticationType {
    EMAIL("email"),
    UID("uid"),
    NETWORK("network"),
    PHONE_NUMBER("phone_number");

    private final String text;

    AuthenticationType(String text) {
        this.text = text;
    }

    /** The type as it is sent and stored. */
    public String text() {
        return text;
    }

    /** The type of that text, or empty. */
    public static Optional<AuthenticationType> parse(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
