package io.github.auraauth.domain.token;

/** Why a token is not believed. For the operator only: whoever sent it is never told which it was. */
public enum TokenRefusal {
    /** Not signed by a key of the provider's, by an algorithm that is taken, or no token at all. */
    SIGNATURE("signature"),
    /** Of another issuer. */
    ISSUER("issuer"),
    /** For another client or API. */
    AUDIENCE("audience"),
    /** Of another login. */
    NONCE("nonce"),
    /** Expired, not valid yet, or without its times. */
    TIME("time"),
    /** The provider says that it is not active. */
    INACTIVE("inactive"),
    /** Of nobody, of another person than the token beside it, or of somebody about whom too little is said. */
    SUBJECT("subject");

    private final String text;

    TokenRefusal(String text) {
        this.text = text;
    }

    /** Its word in metrics and logs. */
    public String text() {
        return text;
    }
}
