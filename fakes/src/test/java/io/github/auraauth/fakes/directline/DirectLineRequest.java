package io.github.auraauth.fakes.directline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the fake was asked.
 *
 * @param headers by name in lower case
 */
public record DirectLineRequest(String method, String path, Map<String, String> headers) {
    public DirectLineRequest {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The secret or token that came with it, or no text. */
    public String bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .orElse("");
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
