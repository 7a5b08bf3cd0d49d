package io.github.auraauth.front.browser;

import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.Request;

/** Requests that a browser makes before anybody asked for them. */
public final class Prefetch {
    private static final List<String> HEADERS = List.of("Sec-Purpose", "Purpose");

    private Prefetch() {}

    /** Whether the request says that it is one. */
    public static boolean isOne(Request request) {
        for (String header : HEADERS) {
            for (Enumeration<String> values = request.getHeaders().getValues(header); values.hasMoreElements(); ) {
                if (values.nextElement().toLowerCase(Locale.ROOT).contains("prefetch")) {
                    return true;
                }
            }
        }
        return false;
    }
}
