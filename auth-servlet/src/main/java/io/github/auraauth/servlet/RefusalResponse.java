package io.github.auraauth.servlet;

import io.github.auraauth.domain.access.AuthenticationResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How requests are refused: the table of codes, statuses and words, which are those of our own API. */
enum RefusalResponse {
    INVALID_REQUEST(400, "The path has no normal form"),
    NOT_FOUND(404, "There is nothing at this path"),
    UNAUTHENTICATED(401, "A valid APIKey is required"),
    FORBIDDEN(403, "The APIKey has not the right to do this"),
    TOO_MANY_REQUESTS(429, "Too many calls have failed; try again later"),
    SERVICE_UNAVAILABLE(503, "The service cannot do this now");

    private final int status;

    @SuppressWarnings("ImmutableEnumChecker") // written once, and never given away
    private final byte[] body;

    RefusalResponse(int status, String message) {
        this.status = status;
        this.body =
                ("{\"code\":\"" + name() + "\",\"message\":\"" + message + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    static RefusalResponse of(AuthenticationResult.Refusal reason) {
        return switch (reason) {
            case UNAUTHENTICATED -> UNAUTHENTICATED;
            case FORBIDDEN -> FORBIDDEN;
            case THROTTLED -> TOO_MANY_REQUESTS;
            case UNDECIDED -> SERVICE_UNAVAILABLE;
        };
    }

    /** @param realm that a key must be good for */
    void write(HttpServletResponse response, String realm) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        switch (this) {
            case UNAUTHENTICATED -> response.setHeader("WWW-Authenticate", "APIKEY realm=\"" + realm + "\"");
            case TOO_MANY_REQUESTS -> response.setHeader("Retry-After", "60");
            case SERVICE_UNAVAILABLE -> response.setHeader("Retry-After", "1");
            case INVALID_REQUEST, NOT_FOUND, FORBIDDEN -> {}
        }
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
