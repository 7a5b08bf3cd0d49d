package io.github.auraauth.front.request;

import io.github.auraauth.front.response.ResponseException;
import java.util.Enumeration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Headers that may stand in a request once. */
public final class SingleHeader {
    private SingleHeader() {}

    /** The value of a header that stands in the request once; empty where it is missing or stands there more often. */
    public static Optional<String> only(Request request, String name) {
        Enumeration<String> values = request.getHeaders().getValues(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(first);
    }

    /**
     * The value, or empty when the header is not there.
     *
     * @throws ResponseException when it stands there more than once
     */
    public static Optional<String> value(Request request, String name) {
        Enumeration<String> values = request.getHeaders().getValues(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String value = values.nextElement();
        if (values.hasMoreElements()) {
            throw ResponseException.invalid(name + " stands in the request more than once");
        }
        return Optional.of(value);
    }

    /** The same, refused too when the value is not printable ASCII. */
    static Optional<String> printable(Request request, String name) {
        Optional<String> value = value(request, name);
        value.ifPresent(text -> requirePrintable(text, name));
        return value;
    }

    static void requirePrintable(String text, String name) {
        if (!isPrintable(text)) {
            throw ResponseException.invalid(name + " must be of printable ASCII, and has another byte");
        }
    }

    /** Whether the text is of printable ASCII only. */
    public static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
