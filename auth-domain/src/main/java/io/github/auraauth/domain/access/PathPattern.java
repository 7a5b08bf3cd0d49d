package io.github.auraauth.domain.access;

import java.util.List;
import java.util.Optional;

/**
 * A pattern that limits a key to paths, relative to the API's base path: {@code *} stands for one segment, {@code **}
 * for any rest, also none; {@code /token/**} matches {@code /token}. Everything else is meant literally.
 */
public final class PathPattern {
    private static final String ONE = "*";
    private static final String REST = "**";

    private final List<String> parts;

    private PathPattern(List<String> parts) {
        this.parts = parts;
    }

    /**
     * @param text begins with a slash; {@code **} may stand only at its end
     * @throws IllegalArgumentException when it has another form
     */
    public static PathPattern of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("a path pattern begins with / and has ** only at its end"));
    }

    /** The pattern of a text, or empty when it has not the form. */
    public static Optional<PathPattern> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts =
                text.length() == 1 ? List.of() : List.of(text.substring(1).split("/", -1));
        for (int i = 0; i < parts.size(); i++) {
            boolean restBeforeTheEnd = parts.get(i).equals(REST) && i < parts.size() - 1;
            if (restBeforeTheEnd || !isPart(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new PathPattern(parts));
    }

    /** Whether the text has a pattern's form. */
    public static boolean isPattern(String text) {
        return parse(text).isPresent();
    }

    /** Whether the path, relative to the base path, is one that this pattern means. */
    public boolean matches(RequestPath path) {
        List<String> segments = path.segments();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.equals(REST)) {
                return true;
            }
            if (i >= segments.size() || !(part.equals(ONE) || part.equals(segments.get(i)))) {
                return false;
            }
        }
        return segments.size() == parts.size();
    }

    private static boolean isPart(String part) {
        boolean literal = !part.isEmpty() && !part.contains(ONE) && !part.equals(".") && !part.equals("..");
        return literal || part.equals(ONE) || part.equals(REST);
    }

    @Override
    public String toString() {
        return "/" + String.join("/", parts);
    }
}
