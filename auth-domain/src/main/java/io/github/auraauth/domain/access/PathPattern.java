package io.github.auraauth.domain.access;

import java.util.List;
import java.util.Optional;

/**
 * A pattern that limits a key to paths, relative to the API's base path: {@code *} stands for one segment, {@code **}
 * for any rest, also none; {@code /token/**} matches {@code /token}. Everything else is meant literally.
 */
public final class PathPattern {
    private static final String ANY = "*";

    private final String text;

    private PathPattern(String text) {
        this.text = text;
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

    /** The pattern of a text, or empty when it does not have the form. */
    public static Optional<PathPattern> parse(String text) {
        return isPattern(text) ? Optional.of(new PathPattern(text)) : Optional.empty();
    }

    /** Whether the text has a pattern's form. */
    public static boolean isPattern(String text) {
        boolean pattern = text.startsWith("/");
        for (int start = 1, end; pattern && isPartAt(text, start); start = end + 1) {
            end = endOfPart(text, start);
            pattern = isPart(text, start, end);
        }
        return pattern;
    }

    /** Whether the path, relative to the base path, is one that this pattern means. Makes nothing: it is asked at each call. */
    public boolean matches(RequestPath path) {
        List<String> segments = path.segments();
        int index = 0;
        for (int start = 1, end; isPartAt(text, start); start = end + 1) {
            end = endOfPart(text, start);
            if (isRest(text, start, end)) {
                return true;
            }
            if (index >= segments.size() || !matches(start, end, segments.get(index))) {
                return false;
            }
            index++;
        }
        return segments.size() == index;
    }

    private boolean matches(int start, int end, String segment) {
        boolean any = end - start == 1 && text.startsWith(ANY, start);
        return any || segment.length() == end - start && text.startsWith(segment, start);
    }

    /** A slash has a part behind it, if only an empty one; that of {@code /} itself has none. */
    private static boolean isPartAt(String text, int start) {
        return start <= text.length() && text.length() > 1;
    }

    private static int endOfPart(String text, int start) {
        int slash = text.indexOf('/', start);
        return slash < 0 ? text.length() : slash;
    }

    private static boolean isPart(String text, int start, int end) {
        int star = text.indexOf(ANY, start);
        if (star >= 0 && star < end) {
            return end - start == 1 || isRest(text, start, end) && end == text.length();
        }
        return end > start && !isDots(text, start, end);
    }

    private static boolean isRest(String text, int start, int end) {
        return end - start == 2 && text.startsWith("**", start);
    }

    private static boolean isDots(String text, int start, int end) {
        return end - start <= 2 && "..".startsWith(text.substring(start, end));
    }

    @Override
    public String toString() {
        return text;
    }
}
