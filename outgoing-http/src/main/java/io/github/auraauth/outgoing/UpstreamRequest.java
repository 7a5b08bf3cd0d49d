package io.github.auraauth.outgoing;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A request to an upstream. Immutable: each method that adds something returns a new request. Prints its method and the
 * template of its path only: address, headers and body may hold secrets.
 */
public final class UpstreamRequest {
    private final Line line;
    private final Map<String, Secret> headers;
    private final Optional<Content> content;
    private final Use use;

    private UpstreamRequest(Line line, Map<String, Secret> headers, Optional<Content> content, Use use) {
        this.line = line;
        this.headers = headers;
        this.content = content;
        this.use = use;
    }

    /**
     * A request without headers and body.
     *
     * @param method for example {@code POST}
     * @param target an absolute address of http or https
     * @param path the template of the target's path for metrics and logs, for example {@code /users/{id}}
     */
    public static UpstreamRequest of(String method, URI target, String path) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(path, "path");
        boolean http = "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme());
        if (!http || target.getHost() == null || target.getRawUserInfo() != null) {
            throw new IllegalArgumentException("target must be an address of http or https with a host");
        }
        return new UpstreamRequest(new Line(method, target, path), Map.of(), Optional.empty(), new Use(false, true));
    }

    /** A {@code GET} of the target, repeatable. */
    public static UpstreamRequest get(URI target, String path) {
        return of("GET", target, path).repeatable();
    }

    /** A {@code POST} to the target, not repeatable. */
    public static UpstreamRequest post(URI target, String path) {
        return of("POST", target, path);
    }

    /** The same with a header. */
    public UpstreamRequest header(String name, String value) {
        return header(name, Secret.ofText(value));
    }

    /**
     * The same with a header whose value is a secret.
     *
     * @param value printable ASCII
     */
    public UpstreamRequest header(String name, Secret value) {
        for (byte each : value.reveal()) {
            if (each < ' ' || each > '~') {
                throw new IllegalArgumentException("header " + name + " must be printable ASCII");
            }
        }
        Map<String, Secret> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamRequest(line, more, content, use);
    }

    /** The same with a body. */
    public UpstreamRequest body(String mediaType, Secret bytes) {
        return new UpstreamRequest(line, headers, Optional.of(new Content(mediaType, bytes)), use);
    }

    /** The same, marked as one that does no harm when the upstream receives it several times. */
    public UpstreamRequest repeatable() {
        return new UpstreamRequest(line, headers, content, new Use(true, use.bodyWanted));
    }

    /** The same, of whose response the body is not read: it counts as empty. */
    public UpstreamRequest withoutResponseBody() {
        return new UpstreamRequest(line, headers, content, new Use(use.repeatable, false));
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
        return use.repeatable;
    }

    boolean isBodyWanted() {
        return use.bodyWanted;
    }

    @Override
    public String toString() {
        return "UpstreamRequest[" + line.method + " " + line.path + "]";
    }

    /** A body. */
    record Content(String mediaType, Secret bytes) {}

    private record Use(boolean repeatable, boolean bodyWanted) {}

    private record Line(String method, URI target, String path) {}
}
