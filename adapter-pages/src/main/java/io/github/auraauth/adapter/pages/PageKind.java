package io.github.auraauth.adapter.pages;

import io.github.auraauth.front.response.Response;
import java.util.Locale;
import java.util.Map;

/**
 * The pages that a person is shown, each with the status that it is sent with. For a refusal of a status that several
 * have, the first of them is shown.
 */
public enum PageKind {
    START(200),
    CONFIRM(200),
    REDIRECT(200),
    DONE(200),
    LOGOUT(200),
    REFUSED_STATE(400),
    MISSING_CODE(400),
    CREDENTIALS_ERROR(400),
    TIMEOUT_ERROR(400),
    AUTHENTICATOR_ERROR(400),
    FAILED_CHECKS(400),
    PREFETCHED(403, "refused-request"),
    WRONG_METHOD(405, "refused-request"),
    CONFLICT(409),
    TOO_LARGE(413, "refused-request"),
    WRONG_MEDIA_TYPE(415, "refused-request"),
    THROTTLED(429, Map.of("Retry-After", "60")),
    FAILURE(500, "unavailable"),
    UPSTREAM_FAILED(502, "unavailable"),
    UNAVAILABLE(503, Map.of("Retry-After", "1")),
    UPSTREAM_TIMED_OUT(504, "unavailable");

    private static final int FIRST_OF_REFUSALS = 400;
    private static final int FIRST_OF_OURS = 500;

    private final int status;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable, its type does not say so
    private final Map<String, String> headers;

    PageKind(int status) {
        this(status, Map.of());
    }

    PageKind(int status, Map<String, String> headers) {
        this.status = status;
        this.words = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.headers = headers;
    }

    PageKind(int status, String words) {
        this.status = status;
        this.words = words;
        this.headers = Map.of();
    }

    /** What to show in the place of a refusal that is meant for a program. */
    public static PageKind of(Response refusal) {
        for (PageKind kind : values()) {
            if (kind.status == refusal.status()) {
                return kind;
            }
        }
        return refusal.status() < FIRST_OF_OURS ? REFUSED_STATE : FAILURE;
    }

    /** The page itself. */
    public Response answer(String html) {
        Response page = Response.page(status, html);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    /** Under which name its texts stand in the locales. */
    public String words() {
        return words;
    }

    /** Whether what the person wanted has happened, or still can. */
    public boolean isGood() {
        return status < FIRST_OF_REFUSALS;
    }
}
