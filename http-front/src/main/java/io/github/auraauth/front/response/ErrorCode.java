package io.github.auraauth.front.response;

import java.util.Map;

/**
 * An error as programs are told of it. Those that any API may answer are here; an API adds its own.
 *
 * @param name that a program knows it by
 * @param status of HTTP
 * @param message in its ordinary words
 * @param headers that always come with it
 */
public record ErrorCode(String name, int status, String message, Map<String, String> headers) {
    public static final ErrorCode INVALID_REQUEST = new ErrorCode("INVALID_REQUEST", 400, "The request is malformed");
    public static final ErrorCode UNAUTHENTICATED = new ErrorCode("UNAUTHENTICATED", 401, "A credential is required");
    public static final ErrorCode FORBIDDEN = new ErrorCode("FORBIDDEN", 403, "This is not allowed");
    public static final ErrorCode PREFETCH_REFUSED =
            new ErrorCode("PREFETCH_REFUSED", 403, "This must not be fetched ahead");
    public static final ErrorCode NOT_FOUND = new ErrorCode("NOT_FOUND", 404, "There is nothing at this path");
    public static final ErrorCode METHOD_NOT_ALLOWED =
            new ErrorCode("METHOD_NOT_ALLOWED", 405, "The method is not allowed here");
    public static final ErrorCode BODY_TOO_LARGE = new ErrorCode("BODY_TOO_LARGE", 413, "The body is over 64 KiB");
    public static final ErrorCode UNSUPPORTED_MEDIA_TYPE =
            new ErrorCode("UNSUPPORTED_MEDIA_TYPE", 415, "The body must be application/json in UTF-8");
    public static final ErrorCode HEAD_TOO_LARGE =
            new ErrorCode("INVALID_REQUEST", 431, "The request line and headers are over 32 KiB");
    public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode(
            "TOO_MANY_REQUESTS", 429, "Too many calls have failed; try again later", Map.of("Retry-After", "60"));
    public static final ErrorCode INTERNAL_ERROR = new ErrorCode("INTERNAL_ERROR", 500, "Something went wrong");
    public static final ErrorCode NOT_IMPLEMENTED =
            new ErrorCode("NOT_IMPLEMENTED", 501, "Transfer-Encoding must be chunked and nothing else");
    public static final ErrorCode UPSTREAM_ERROR =
            new ErrorCode("UPSTREAM_ERROR", 502, "A service that is needed for this failed");
    public static final ErrorCode UPSTREAM_TIMEOUT =
            new ErrorCode("UPSTREAM_TIMEOUT", 504, "A service that is needed for this did not answer in time");
    public static final ErrorCode SERVICE_UNAVAILABLE =
            new ErrorCode("SERVICE_UNAVAILABLE", 503, "The service cannot do this now", Map.of("Retry-After", "1"));
    public static final ErrorCode SERVICE_BLOCKED = new ErrorCode(
            "SERVICE_BLOCKED", 503, "The operator has taken this out of service", Map.of("Retry-After", "60"));

    private static final int FIRST_STATUS = 400;
    private static final int LAST_STATUS = 599;

    public ErrorCode {
        headers = Map.copyOf(headers);
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw new IllegalArgumentException("status must be one of an error");
        }
    }

    /** One without headers of its own. */
    public ErrorCode(String name, int status, String message) {
        this(name, status, message, Map.of());
    }

    /** The response in the code's ordinary words. */
    public Response response() {
        return response(message);
    }

    /** @param words never hold a value that the caller sent */
    public Response response(String words) {
        return Response.of(new ApiError(this, words, Map.of()));
    }
}
