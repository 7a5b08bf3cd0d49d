package io.github.auraauth.fakes.kernel;

/** What the fake says that is not so; one at a time. Unless it says otherwise a lie is told in the id_token. */
public enum KernelLie {
    /** One bit of the signature is another. */
    WRONG_SIGNATURE,
    /** Signed with a key that is not published, under its own {@code kid}. */
    UNKNOWN_KEY,
    /** Signed with a key that is not published, under the {@code kid} of one that is. */
    KEY_OF_ANOTHER_KID,
    /** Not signed at all, and says so. */
    ALG_NONE,
    /** Signed with HMAC, and the published key as its secret. */
    HS256_WITH_PUBLIC_KEY,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    /** For us and another, and issued to the other. */
    SEVERAL_AUDIENCES_WRONG_AZP,
    WRONG_NONCE,
    MISSING_NONCE,
    EXPIRED,
    ISSUED_IN_THE_FUTURE,
    MISSING_EXP,
    MISSING_IAT,
    /** The access token is not active when it is asked for; the rest of the answer is as if it were. */
    INACTIVE,
    /** The access token is another person's when it is asked for. */
    ANOTHER_SUBJECT,
    /** The answer of the introspection goes without {@code authorization_id}. */
    NO_AUTHORIZATION_ID,
    /** The answer of the introspection goes without {@code authentication_context}. */
    NO_AUTHENTICATION_CONTEXT
}
