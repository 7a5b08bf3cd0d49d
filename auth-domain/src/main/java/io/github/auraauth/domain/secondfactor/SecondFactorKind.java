package io.github.auraauth.domain.secondfactor;

/** The kinds of second factors that a login may go on with. */
public enum SecondFactorKind {
    /** A code of an authenticator app (RFC 6238). */
    TOTP,
    /** A passkey, or a security key (Web Authentication). */
    PASSKEY,
    /** One of the codes that were given out for the loss of the others. */
    RECOVERY_CODE
}
