package io.github.auraauth.front.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps the reason for which Jetty refuses a request's head to the error that is answered. */
final class HeadErrorMessages {
    private static final String UNKNOWN = "The request is malformed";
    private static final String HOST = "Host must stand in the request once, and name the host that the request is for";
    private static final String LENGTH = "Content-Length must be one number, and stand in the request once";
    private static final String CODING = "Transfer-Encoding must be chunked, once, in a request of HTTP/1.1";
    private static final String LINE = "A line of the request's head must end with CR LF";
    private static final String VERSION = "The request must be one of HTTP/1.1";

    /** By how Jetty's own words begin; those may hold what the sender wrote, and are not passed on. */
    private static final List<Map.Entry<String, String>> BY_REASON = List.of(
            Map.entry("LF line terminator", LINE),
            Map.entry("Bad EOL", LINE),
            Map.entry("Line Folding", "A header must stand on one line"),
            Map.entry("Illegal character", "The request's head has a character in a place where it may not stand"),
            Map.entry("Transfer-Encoding and", "Content-Length must not stand beside Transfer-Encoding"),
            Map.entry("Bad Transfer-Encoding", CODING),
            Map.entry("HTTP/1.0 has no Transfer-Encoding", CODING),
            Map.entry("Invalid Content-Length", LENGTH),
            Map.entry("Multiple Content-Length", LENGTH),
            Map.entry("Authority!=Host", HOST),
            Map.entry("Bad HostPort", HOST),
            Map.entry("Blank Host", HOST),
            Map.entry("Duplicate Host", HOST),
            Map.entry("No Host", HOST),
            Map.entry("Fragment", "The path has a #, which is written %23"),
            Map.entry("No URI", "The request line must be a method, a path and HTTP/1.1"),
            Map.entry("HTTP/0.9", VERSION),
            Map.entry("Unknown Version", VERSION),
            Map.entry("Upgrade Required", VERSION),
            Map.entry("Bad Request", "The request line is malformed, or its path has an escape that cannot be read"));

    private HeadErrorMessages() {}

    /** @param reason in Jetty's words, or nothing */
    static String of(@Nullable String reason) {
        if (reason == null) {
            return UNKNOWN;
        }
        return BY_REASON.stream()
                .filter(entry -> reason.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
