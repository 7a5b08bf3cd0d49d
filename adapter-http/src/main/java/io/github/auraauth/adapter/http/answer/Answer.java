package io.github.auraauth.adapter.http.answer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is answered to a request, save the headers that every answer has. Unchangeable. */
public final class Answer {
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = new byte[0];

    private final int status;
    private final Optional<String> contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, Optional<String> contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    /** JSON with that status. */
    public static Answer json(int status, byte[] json) {
        return new Answer(status, Optional.of(JSON), json, Map.of());
    }

    /** Text of another media type, with status 200. */
    public static Answer text(String contentType, String text) {
        return new Answer(200, Optional.of(contentType), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A page with that status. */
    static Answer page(int status, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Optional.of("text/html;charset=utf-8"), bytes, Map.of());
    }

    /** Bytes of another media type, with status 200. */
    public static Answer bytes(String contentType, byte[] bytes) {
        return new Answer(200, Optional.of(contentType), bytes, Map.of());
    }

    /** 303: the browser goes on there, with GET. */
    public static Answer seeOther(String location) {
        return new Answer(303, Optional.empty(), NOTHING, Map.of("Location", location));
    }

    /** 304: what the caller has is still true. */
    public static Answer notModified() {
        return new Answer(304, Optional.empty(), NOTHING, Map.of());
    }

    /** 204. */
    public static Answer nothing() {
        return new Answer(204, Optional.empty(), NOTHING, Map.of());
    }

    /** The same with one more header, which takes the place of a common one of that name. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }

    public int status() {
        return status;
    }

    /** Whether the request was not done. */
    public boolean isRefusal() {
        return status >= 400;
    }

    /** Whether it is meant for a program. */
    public boolean isJson() {
        return contentType.equals(Optional.of(JSON));
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
}
