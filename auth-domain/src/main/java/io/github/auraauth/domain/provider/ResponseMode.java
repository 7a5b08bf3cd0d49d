package io.github.auraauth.domain.provider;

import java.util.Optional;

/** How an authorization response reaches the client. */
public enum ResponseMode {
    /** In the query of the address (OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1). */
    QUERY("query"),
    /** In a form that the browser sends (OAuth 2.0 Form Post Response Mode). */
    FORM_POST("form_post");

    private final String value;

    ResponseMode(String value) {
        this.value = value;
    }

    /** As requests name it. */
    public String value() {
        return value;
    }

    /** The mode of a name, or empty when it is none of these. */
    static Optional<ResponseMode> parse(String name) {
        for (ResponseMode mode : values()) {
            if (mode.value.equals(name)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
