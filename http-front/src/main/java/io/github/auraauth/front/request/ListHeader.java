package io.github.auraauth.front.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Headers that hold a list, on one line or on several (RFC 9110, section 5.6.1). */
final class ListHeader {
    private ListHeader() {}

    /**
     * All lines as one list, with blanks for tabs, which are white space there; empty when the header is not there.
     *
     * @throws io.github.auraauth.front.response.ResponseException when it has something else than tabs and printable ASCII
     */
    static Optional<String> printable(Request request, String name) {
        List<String> lines = request.getHeaders().getValuesList(name);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(",", lines).replace('\t', ' ');
        SingleHeader.requirePrintable(all, name);
        return Optional.of(all);
    }

    /** The elements of all lines, without white space around them; empty ones are left out. */
    static List<String> elements(Request request, String name) {
        String all = String.join(",", request.getHeaders().getValuesList(name));
        return Arrays.stream(all.split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }
}
