package io.github.auraauth.servlet;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.PathPattern;
import io.github.auraauth.domain.access.RequestPath;
import java.util.List;
import java.util.Optional;

/**
 * Which paths of a service need a key.
 *
 * @param base behind the context path of the web application; what keys call {@code paths} is relative to it
 * @param open relative to the base; these need no key
 */
public record GuardedPaths(RequestPath base, List<PathPattern> open) {
    /** Everything below the context path. */
    public static final GuardedPaths ALL = new GuardedPaths(new RequestPath(List.of()), List.of());

    public GuardedPaths {
        requireNonNull(base, "base");
        open = List.copyOf(requireNonNull(open, "open"));
    }

    /**
     * Everything below that base path, such as {@code /orders/v1}. There is nothing elsewhere.
     *
     * @throws IllegalArgumentException when it has no normal form
     */
    public static GuardedPaths below(String base) {
        RequestPath path = RequestPath.parse(base)
                .orElseThrow(() -> new IllegalArgumentException("base must begin with a slash and be in normal form"));
        return new GuardedPaths(path, List.of());
    }

    /**
     * The same but for paths that need no key.
     *
     * @param patterns as keys write them: {@code *} is one segment, {@code **} any rest
     * @throws IllegalArgumentException when one has another form
     */
    public GuardedPaths exceptFor(String... patterns) {
        return new GuardedPaths(
                base, List.of(patterns).stream().map(PathPattern::of).toList());
    }

    /** The normal form of a path as it stood in the request line; empty where it has none, or bytes beyond ASCII. */
    static Optional<RequestPath> read(String raw) {
        boolean printable = raw.chars().allMatch(c -> c > ' ' && c <= '~');
        return printable ? RequestPath.parse(raw) : Optional.empty();
    }

    /** The path from the base on; empty when it lies elsewhere. */
    Optional<RequestPath> relative(RequestPath path, String contextPath) {
        return read(contextPath.isEmpty() ? "/" : contextPath)
                .flatMap(path::below)
                .flatMap(own -> own.below(base));
    }

    boolean isOpen(RequestPath path) {
        return open.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
