package io.github.auraauth.front.request;

import io.github.auraauth.domain.access.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;

/**
 * The part of a request that credentials are in.
 *
 * @param path relative to the API's base path
 */
public record RequestHead(HttpServletRequest request, Source source, RequestPath path) {

    /** The value of a header that stands in the request once; empty where it is missing or stands there more often. */
    public Optional<String> single(String header) {
        Enumeration<String> values = request.getHeaders(header);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(first);
    }

    /** Whether a header is there at all. */
    public boolean has(String header) {
        return request.getHeader(header) != null;
    }

    public String method() {
        return request.getMethod();
    }

    /** Path and query as they were asked for, still escaped. */
    public String target() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : '?' + query);
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
