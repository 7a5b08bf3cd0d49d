package io.github.auraauth.fakes.kernel;

/** How an endpoint of the fake fails. */
public enum KernelMisbehaviour {
    INTERNAL_ERROR,
    BAD_GATEWAY,
    /** 429, with a {@code Retry-After} of one second. */
    TOO_MANY_REQUESTS,
    /** 302 to {@link KernelEndpoint#ELSEWHERE}. */
    REDIRECT,
    /** A page where JSON belongs. */
    HTML,
    /** An end in the middle of what was announced. */
    HALF_A_BODY,
    FIVE_MEBIBYTES,
    /** No answer until the fake behaves again or is closed. */
    SILENCE,
    /** The error {@code invalid_client} (RFC 6749, section 5.2). */
    INVALID_CLIENT,
    /** The error {@code invalid_grant} (RFC 6749, section 5.2). */
    INVALID_GRANT
}
