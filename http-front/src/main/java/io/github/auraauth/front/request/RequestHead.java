package io.github.auraauth.front.request;

import io.github.auraauth.domain.access.RequestPath;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * The part of a request that credentials are in.
 *
 * @param path relative to the API's base path
 */
public record RequestHead(Request request, Source source, RequestPath path) {

    /** The value of a header that stands in the request once; empty where it is missing or stands there more often. */
    public Optional<String> single(String header) {
        return SingleHeader.only(request, header);
    }

    /** Whether a header is there at all. */
    public boolean has(String header) {
        return request.getHeaders().contains(header);
    }

    public String method() {
        return request.getMethod();
    }

    /** Path and query as they were asked for, still escaped. */
    public String target() {
        String query = request.getHttpURI().getQuery();
        return request.getHttpURI().getPath() + (query == null ? "" : '?' + query);
    }

    /** What the request says of the browser that makes it. */
    public BrowserHeaders browser() {
        return BrowserHeaders.of(request);
    }

    @Override
    public String toString() {
        return "RequestHead[redacted]";
    }
}
