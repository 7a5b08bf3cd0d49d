package io.github.auraauth.domain.session;

import java.util.Optional;

/** How somebody proved who they are, in the words of RFC 8176. */
public enum AuthenticationMethod {
    /** A password. */
    PASSWORD("pwd"),
    /** A code that is good once: of an authenticator app, or for its loss. */
    ONE_TIME_CODE("otp"),
    /** A key that does not leave its authenticator, as far as that says so. */
    HARDWARE_KEY("hwk"),
    /** The authenticator knew its owner, by PIN or finger. */
    USER_VERIFICATION("user"),
    /** More than one factor. */
    SEVERAL_FACTORS("mfa");

    private final String word;

    AuthenticationMethod(String word) {
        this.word = word;
    }

    /** As tokens tell it, in {@code amr}. */
    public String word() {
        return word;
    }

    /** The method that a word is, or empty when it is none of ours. */
    public static Optional<AuthenticationMethod> parse(String word) {
        for (AuthenticationMethod method : values()) {
            if (method.word.equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
