package io.github.auraauth.front.request;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;

/**
 * The headers by which a request tells of its browser.
 *
 * @param languages that its person reads ({@code Accept-Language}), empty where it does not say
 * @param cookies its {@code Cookie} headers
 */
public record BrowserHeaders(String languages, List<String> cookies) {
    /** Of a request that has none. */
    public static final BrowserHeaders NONE = new BrowserHeaders("", List.of());

    public BrowserHeaders {
        cookies = List.copyOf(cookies);
    }

    public static BrowserHeaders of(Request request) {
        String languages = String.join(",", ListHeader.elements(request, "Accept-Language"))
                .replace('\t', ' ');
        return new BrowserHeaders(languages, request.getHeaders().getValuesList("Cookie"));
    }

    /** All values that a cookie of that name has: one, where everything is as it should be. */
    public List<String> cookie(String name) {
        List<String> values = new ArrayList<>();
        for (String header : cookies) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals >= 0 && pair.substring(0, equals).strip().equals(name)) {
                    values.add(unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    @Override
    public String toString() {
        return "Browser[redacted]";
    }
}
