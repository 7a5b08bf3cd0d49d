package io.github.auraauth.front.response;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A response, without the headers that every response has. Unchangeable. */
public final class Response {
    /**
     * How long an address may be for which {@code Location} is the place: all headers of an answer together stay below the
     * 4 KiB that proxies have a buffer for.
     */
    public static final int LONGEST_LOCATION = 3_072;

    private static final String JSON = "application/json";
    private static final byte[] NOTHING = new byte[0];
    private static final long ALMOST_A_SECOND = 999_999_999;

    private final int status;
    private final Optional<String> contentType;
    private final byte[] body;
    private final Map<String, String> headers;
    private final List<String> cookies;
    private final Optional<ApiError> error;

    private Response(
            int status,
            Optional<String> contentType,
            byte[] body,
            Map<String, String> headers,
            List<String> cookies,
            Optional<ApiError> error) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.cookies = List.copyOf(cookies);
        this.error = error;
    }

    private static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Optional.of(contentType), body, Map.of(), List.of(), Optional.empty());
    }

    private static Response withoutBody(int status, Map<String, String> headers) {
        return new Response(status, Optional.empty(), NOTHING, headers, List.of(), Optional.empty());
    }

    /** JSON with that status. */
    public static Response json(int status, byte[] json) {
        return of(status, JSON, json);
    }

    /** Text of another media type, with status 200. */
    public static Response text(String contentType, String text) {
        return of(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A page with that status. */
    public static Response page(int status, String html) {
        return of(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of another media type, with status 200. */
    public static Response bytes(String contentType, byte[] bytes) {
        return of(200, contentType, bytes);
    }

    /** 303: the browser goes on there, with GET. */
    public static Response seeOther(String location) {
        return withoutBody(303, Map.of("Location", location));
    }

    /** 304: what the caller has is still true. */
    public static Response notModified() {
        return withoutBody(304, Map.of());
    }

    /** 204. */
    public static Response nothing() {
        return withoutBody(204, Map.of());
    }

    /** An error, which the API gives its form. */
    public static Response of(ApiError error) {
        return new Response(
                error.code().status(),
                Optional.of(JSON),
                NOTHING,
                error.code().headers(),
                List.of(),
                Optional.of(error));
    }

    /** The same with one more header, which takes the place of a common one of that name. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more, cookies, error);
    }

    /**
     * The same with one more cookie.
     *
     * @param setCookie value of a {@code Set-Cookie} header of its own
     */
    public Response withCookie(String setCookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(setCookie);
        return new Response(status, contentType, body, headers, more, error);
    }

    /** The same, which says when to come back: in whole seconds, rounded up, so that nobody comes back too early. */
    public Response retryAfter(Duration pause) {
        long seconds = Math.max(1, pause.plusNanos(ALMOST_A_SECOND).toSeconds());
        return with("Retry-After", Long.toString(seconds));
    }

    /** The same error in the form of an API; any other response as it is. */
    public Response in(ErrorFormat format) {
        return error.map(fault ->
                        new Response(status, contentType, format.json(fault), headers, cookies, Optional.empty()))
                .orElse(this);
    }

    /** The error that has no form yet. */
    public Optional<ApiError> error() {
        return error;
    }

    public int status() {
        return status;
    }

    /** Absent when there is no body. */
    public Optional<String> contentType() {
        return contentType;
    }

    /** The bytes themselves, to be written and not to be changed. */
    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Values of the {@code Set-Cookie} headers, in their order. */
    public List<String> cookies() {
        return cookies;
    }
}
