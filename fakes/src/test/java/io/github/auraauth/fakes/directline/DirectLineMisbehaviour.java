package io.github.auraauth.fakes.directline;

/** How the fake fails. */
public enum DirectLineMisbehaviour {
    INTERNAL_ERROR,
    BAD_GATEWAY,
    /** 429, with the {@code Retry-After} that {@link FakeDirectLine#askForPauses} says. */
    TOO_MANY_REQUESTS,
    /** 302 to the fake's page. */
    REDIRECT,
    /** A page where JSON belongs. */
    HTML,
    /** An end in the middle of what was announced. */
    HALF_A_BODY,
    /** A good answer, but for its size. */
    FIVE_MEBIBYTES,
    /** No answer until the fake behaves again or is closed. */
    SILENCE,
    /** A good answer in bits so small that it takes minutes. */
    DRIPPING,
    /** An answer without a token. */
    NO_TOKEN,
    /** 403, {@code RegionNotAllowed}. */
    REGION_NOT_ALLOWED,
    /** 400, for no reason. */
    BAD_REQUEST
}
