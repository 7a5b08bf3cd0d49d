package io.github.auraauth.adapter.pages;

import io.github.auraauth.front.response.Response;

/** How a page with a form, or what came of one, is sent: with which status, and whether it says something good. */
public enum FormPageKind {
    DONE(200),
    ENDED(400),
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    ABSENT(404),
    THROTTLED(429),
    UNAVAILABLE(503);

    private static final int FIRST_OF_REFUSALS = 400;
    private static final int FIRST_OF_OURS = 500;

    private final int status;

    FormPageKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether a response is sent so. */
    public boolean isOf(Response response) {
        return response.status() == status;
    }

    public boolean isGood() {
        return status < FIRST_OF_REFUSALS;
    }

    /** The beginning of the keys that tell a person of a refusal that is meant for a program. */
    static String words(Response refusal) {
        if (refusal.status() >= FIRST_OF_OURS) {
            return "unavailable";
        }
        return refusal.status() == THROTTLED.status ? "throttled" : "refused";
    }
}
