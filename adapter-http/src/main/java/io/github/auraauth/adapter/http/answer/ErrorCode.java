package io.github.auraauth.adapter.http.answer;

import java.util.Map;

/** The errors that the APIs answer with: code, status, headers and words of each. */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request is malformed"),
    UNAUTHENTICATED(401, "A valid APIKey is required", "WWW-Authenticate", "APIKEY realm=\"aura-services\""),
    FORBIDDEN(403, "The APIKey has not the right to do this"),
    PREFETCH_REFUSED(403, "This must not be fetched ahead"),
    NOT_FOUND(404, "There is nothing at this path"),
    USER_NOT_FOUND(404, "There is no such user"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    USER_CONFLICT(409, "The request contradicts the user who is there"),
    AUTHORIZATION_IN_USE(409, "Another auraId holds the authorizationId"),
    ALREADY_EXISTS(409, "There is a record with another status"),
    BODY_TOO_LARGE(413, "The body is over 64 KiB"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json in UTF-8"),
    /** Has the code of {@link #INVALID_REQUEST}. */
    HEAD_TOO_LARGE(431, "The request line and headers are over 32 KiB"),
    TOO_MANY_REQUESTS(429, "Too many calls have failed; try again later", "Retry-After", "60"),
    INTERNAL_ERROR(500, "Something went wrong"),
    NOT_IMPLEMENTED(501, "Transfer-Encoding must be chunked and nothing else"),
    UPSTREAM_ERROR(502, "A service that is needed for this failed"),
    UPSTREAM_TIMEOUT(504, "A service that is needed for this did not answer in time"),
    SERVICE_UNAVAILABLE(503, "The service cannot do this now", "Retry-After", "1"),
    SERVICE_BLOCKED(503, "The operator has taken this out of service", "Retry-After", "60");

    private final int status;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable, its type does not say so
    private final Map<String, String> headers;

    @SuppressWarnings("ImmutableEnumChecker") // an Answer never changes
    private final Answer answer;

    ErrorCode(int status, String message) {
        this(status, message, Map.of());
    }

    ErrorCode(int status, String message, String header, String value) {
        this(status, message, Map.of(header, value));
    }

    ErrorCode(int status, String message, Map<String, String> headers) {
        this.status = status;
        this.headers = headers;
        this.answer = answer(message);
    }

    /** The answer in its ordinary words. */
    public Answer answer() {
        return answer;
    }

    /** @param message never holds a value that the caller sent */
    public Answer answer(String message) {
        String code = status == 431 ? "INVALID_REQUEST" : name();
        Answer plain = Answer.json(status, Json.object(json -> {
            json.writeStringField("code", code);
            json.writeStringField("message", message);
        }));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            plain = plain.with(header.getKey(), header.getValue());
        }
        return plain;
    }
}
