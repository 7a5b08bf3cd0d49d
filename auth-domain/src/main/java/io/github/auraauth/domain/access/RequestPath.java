package io.github.auraauth.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request's path in its one normal form: segments, each decoded once. Access is decided on this and routes are found
 * by it, so that no second spelling of a path can pass a check that the first one fails.
 *
 * @param segments decoded; none is empty, a dot segment, or one of these before a semicolon, where other servers cut
 *     parameters off; none has a slash, a backslash, a control character or half a surrogate pair; empty for {@code /}
 */
public record RequestPath(List<String> segments) {
    private static final RequestPath ROOT = new RequestPath(List.of());

    public RequestPath {
        segments = List.copyOf(requireNonNull(segments, "segments"));
        for (String segment : segments) {
            if (!PathSegment.isNormal(segment)) {
                throw new IllegalArgumentException("segments must be decoded and in normal form");
            }
        }
    }

    /**
     * Reads a raw path as it stood in the request line, without its query.
     *
     * @return empty when it does not begin with a slash, ends with one, has a segment of another form, an escaped slash
     *     or backslash, a query or fragment, a bad escape, or bytes that are not UTF-8
     */
    public static Optional<RequestPath> parse(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        if (rawPath.length() == 1) {
            return Optional.of(ROOT);
        }
        List<String> segments = new ArrayList<>();
        for (int start = 1, end; start <= rawPath.length(); start = end + 1) {
            int slash = rawPath.indexOf('/', start);
            end = slash < 0 ? rawPath.length() : slash;
            Optional<String> segment = PathSegment.decode(rawPath.substring(start, end));
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new RequestPath(segments));
    }

    /** The path below the given base, or empty when it does not lie there. */
    public Optional<RequestPath> below(RequestPath base) {
        int depth = base.segments.size();
        if (segments.size() < depth || !segments.subList(0, depth).equals(base.segments)) {
            return Optional.empty();
        }
        return Optional.of(new RequestPath(segments.subList(depth, segments.size())));
    }
}
