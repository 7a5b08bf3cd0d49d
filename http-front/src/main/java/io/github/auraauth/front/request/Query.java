package io.github.auraauth.front.request;

import io.github.auraauth.front.response.ResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query string; names that nobody asks for are ignored. */
final class Query {
    static final Query EMPTY = new Query(List.of());

    private final List<Pair> pairs;

    private Query(List<Pair> pairs) {
        this.pairs = pairs;
    }

    /** @param raw as it stood in the request line; null when there is none */
    static Query of(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int start = 0, end; start < raw.length(); start = end + 1) {
            int ampersand = raw.indexOf('&', start);
            end = ampersand < 0 ? raw.length() : ampersand;
            if (end > start) {
                pair(raw.substring(start, end)).ifPresent(pairs::add);
            }
        }
        return new Query(pairs);
    }

    private static Optional<Pair> pair(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        String value = equals < 0 ? "" : written.substring(equals + 1);
        return UrlDecoder.decode(name).map(read -> new Pair(read, value));
    }

    /**
     * The decoded value, or empty when the name is not there.
     *
     * @throws ResponseException when it is there more than once or its escapes are bad
     */
    Optional<String> single(String name) {
        Optional<String> found = Optional.empty();
        for (Pair pair : pairs) {
            if (pair.name.equals(name)) {
                if (found.isPresent()) {
                    throw ResponseException.invalid(name + " stands in the query more than once");
                }
                found = Optional.of(pair.value());
            }
        }
        return found;
    }

    /**
     * The first decoded value that is not empty.
     *
     * @param repeated takes the name in where another one follows
     * @throws ResponseException when the escapes of one are bad
     */
    Optional<String> first(String name, Set<String> repeated) {
        List<String> values = pairs.stream()
                .filter(pair -> pair.name.equals(name))
                .map(Pair::value)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > 1) {
            repeated.add(name);
        }
        return values.stream().findFirst();
    }

    private record Pair(String name, String rawValue) {
        String value() {
            return UrlDecoder.decode(rawValue)
                    .orElseThrow(() -> ResponseException.invalid(name + " has an escape that cannot be read"));
        }
    }
}
