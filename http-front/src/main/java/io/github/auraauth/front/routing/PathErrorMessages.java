package io.github.auraauth.front.routing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why a path that {@link io.github.auraauth.domain.access.RequestPath} does not take is none, without repeating it. */
public final class PathErrorMessages {
    /** Of longer paths nobody is told more: each segment costs several searches, on the server's own thread. */
    private static final int MOST_SEGMENTS = 64;

    private static final Pattern CUT_OFF = Pattern.compile(";.*");
    private static final Pattern NO_ESCAPE = Pattern.compile(".*%(?![0-9a-f]{2}).*");
    private static final Pattern CONTROL = Pattern.compile(".*%([01][0-9a-f]|7f|c2%[89][0-9a-f]).*");

    private PathErrorMessages() {}

    /** @param raw the path as it stood in the request line */
    public static String of(String raw) {
        if (!raw.startsWith("/")) {
            return "the path must begin with a slash";
        }
        if (raw.chars().anyMatch(c -> c < ' ' || c > '~')) {
            return "the path must be of ASCII; other characters are escaped, in UTF-8";
        }
        if (raw.chars().filter(c -> c == '/').count() > MOST_SEGMENTS) {
            return "the path has more than 64 segments, not all of which are well-formed";
        }
        for (String segment : raw.substring(1).toLowerCase(Locale.ROOT).split("/", -1)) {
            String name = CUT_OFF.matcher(segment.replace("%2e", ".").replace("%3b", ";"))
                    .replaceFirst("");
            if (name.isEmpty()) {
                return "the path has an empty segment";
            }
            if (name.equals(".") || name.equals("..")) {
                return "the path has a dot segment";
            }
            if (segment.contains("\\") || segment.contains("%5c") || segment.contains("%2f")) {
                return "the path has a backslash or an escaped slash in a segment";
            }
            if (NO_ESCAPE.matcher(segment).matches()) {
                return "the path has a % that begins no escape; it is written %25 itself";
            }
            if (CONTROL.matcher(segment).matches()) {
                return "the path has a control character";
            }
        }
        return "the path has escapes that are no UTF-8";
    }
}
