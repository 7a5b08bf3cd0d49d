package io.github.auraauth.outgoing;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One call of a service of others. Each method that adds something gives a new call. It prints its method and its path's
 * template only: address, headers and body may hold secrets.
 */
public final class Call {
    private final Line line;
    private final Map<String, Secret> headers;
    private final Optional<Content> content;
    private final boolean repeatable;

    private Call(Line line, Map<String, Secret> headers, Optional<Content> content, boolean repeatable) {
        this.line = line;
        this.headers = headers;
        this.content = content;
        this.repeatable = repeatable;
    }

    /**
     * A call without headers and body.
     *
     * @param method for example {@code POST}
     * @param target an absolute address of http or https
     * @param path what metrics and logs call the target, the same for all calls of a kind: for example
     *     {@code /users/{id}}
     */
    public static Call of(String method, URI target, String path) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(path, "path");
        boolean http = "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme());
        if (!http || target.getHost() == null || target.getRawUserInfo() != null) {
            throw new IllegalArgumentException("target must be an address of http or https with a host");
        }
        return new Call(new Line(method, target, path), Map.of(), Optional.empty(), false);
    }

    /** A {@code GET} of the target, repeatable. */
    public static Call get(URI target, String path) {
        return of("GET", target, path).repeatable();
    }

    /** A {@code POST} to the target, not repeatable. */
    public static Call post(URI target, String path) {
        return of("POST", target, path);
    }

    /** The same with a header. */
    public Call header(String name, String value) {
        return header(name, Secret.ofText(value));
    }

    /**
     * The same with a header whose value is a secret.
     *
     * @param value printable ASCII
     */
    public Call header(String name, Secret value) {
        for (byte each : value.reveal()) {
            if (each < ' ' || each > '~') {
                throw new IllegalArgumentException("header " + name + " must be printable ASCII");
            }
        }
        Map<String, Secret> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(line, more, content, repeatable);
    }

    /** The same with a body. */
    public Call body(String mediaType, Secret bytes) {
        return new Call(line, headers, Optional.of(new Content(mediaType, bytes)), repeatable);
    }

    /** The same, and it does no harm when the peer gets it several times. */
    public Call repeatable() {
        return new Call(line, headers, content, true);
    }

    String method() {
        return line.method;
    }

    URI target() {
        return line.target;
    }

    String path() {
        return line.path;
    }

    void eachHeader(BiConsumer<String, Secret> reader) {
        headers.forEach(reader);
    }

    Optional<Content> content() {
        return content;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    @Override
    public String toString() {
        return "Call[" + line.method + " " + line.path + "]";
    }

    /** A body. */
    record Content(String mediaType, Secret bytes) {}

    private record Line(String method, URI target, String path) {}
}
