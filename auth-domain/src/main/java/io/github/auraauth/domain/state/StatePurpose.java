package io.github.auraauth.domain.state;

import java.util.Optional;

/** The purposes of login states. */
public enum StatePurpose {
    LOGIN("login"),
    LOGOUT("logout");

    private final String text;

    StatePurpose(String text) {
        this.text = text;
    }

    /** Its word in a state. */
    public String text() {
        return text;
    }

    /** The purpose of that word, or empty when there is none. */
    public static Optional<StatePurpose> parse(String text) {
        for (StatePurpose purpose : values()) {
            if (purpose.text.equals(text)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
