package io.github.auraauth.domain.password;

/** Why a new password is not taken. */
public enum PasswordFault {
    TOO_SHORT,
    TOO_LONG,
    /** It is, or holds, the user name or the e-mail address, or the other way round. */
    LIKE_NAME,
    /** Somebody who guesses would come to it early. */
    TOO_COMMON
}
