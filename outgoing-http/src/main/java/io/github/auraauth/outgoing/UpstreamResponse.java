package io.github.auraauth.outgoing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The response of an upstream, whatever the status. Prints its status only: headers and body may hold secrets. */
public final class UpstreamResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private UpstreamResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A response.
     *
     * @param headers by name, whatever its case
     */
    public static UpstreamResponse of(int status, Map<String, String> headers, byte[] body) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return new UpstreamResponse(status, copy, body.clone());
    }

    /** From 200 to 599. */
    public int status() {
        return status;
    }

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All headers by name, the first of each. Unmodifiable. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** A copy of the body, which has 1 MiB at most. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the upstream says that it failed. */
    boolean isFailure() {
        return status >= 500;
    }

    @Override
    public String toString() {
        return "UpstreamResponse[" + status + "]";
    }
}
