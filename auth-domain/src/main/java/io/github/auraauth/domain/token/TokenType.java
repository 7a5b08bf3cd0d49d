package io.github.auraauth.domain.token;

/** The type of a signed token, as its header says ({@code typ}, RFC 7515, section 4.1.9). */
public enum TokenType {
    /** An id_token, or an assertion of a client. */
    JWT("JWT"),
    /** A logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
    LOGOUT("logout+jwt");

    private final String header;

    TokenType(String header) {
        this.header = header;
    }

    /** The value of the header. */
    public String header() {
        return header;
    }
}
