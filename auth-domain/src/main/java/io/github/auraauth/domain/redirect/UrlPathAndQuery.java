package io.github.auraauth.domain.redirect;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Path, query and fragment of a URL, written anew: what RFC 3986 does not let stand there is percent-encoded. */
final class UrlPathAndQuery {
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String IN_PATH = LETTERS_AND_DIGITS + "%-._~!$&'()*+,;=:@/";
    private static final String BEHIND_PATH = IN_PATH + "?";
    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private final StringBuilder out = new StringBuilder();

    private UrlPathAndQuery() {}

    /**
     * @param given empty, or from the first slash, question mark or number sign on; no half surrogate pair in it
     * @return beginning with a slash; empty when a percent sign stands before anything but two hex digits
     */
    static Optional<String> write(String given) {
        if (NO_ESCAPE.matcher(given).find()) {
            return Optional.empty();
        }
        int fragment = indexOf(given, '#', given.length());
        int query = Math.min(indexOf(given, '?', given.length()), fragment);
        UrlPathAndQuery rest = new UrlPathAndQuery();
        rest.part(query == 0 ? "/" : given.substring(0, query), IN_PATH);
        rest.marked(given.substring(query, fragment));
        rest.marked(given.substring(fragment));
        return Optional.of(rest.out.toString());
    }

    private static int indexOf(String text, char c, int otherwise) {
        int index = text.indexOf(c);
        return index < 0 ? otherwise : index;
    }

    /** A query or fragment with the mark that it begins with. */
    private void marked(String part) {
        if (!part.isEmpty()) {
            out.append(part.charAt(0));
            part(part.substring(1), BEHIND_PATH);
        }
    }

    private void part(String part, String allowed) {
        part.codePoints().forEach(point -> {
            if (allowed.indexOf(point) >= 0) {
                out.append((char) point);
            } else {
                escape(point);
            }
        });
    }

    private void escape(int point) {
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt(octet >> 4 & 0xf)).append(HEX.charAt(octet & 0xf));
        }
    }
}
