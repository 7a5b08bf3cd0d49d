package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.json.FlatJsonWriter;
import io.github.auraauth.domain.json.FlatObject;
import io.github.auraauth.domain.json.FlatValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The public keys of whoever signs tokens, as published (RFC 7517).
 *
 * @param json the set as text, not yet understood
 */
public record JsonWebKeySet(String json) {
    public JsonWebKeySet {
        requireNonNull(json, "json");
    }

    /** The set of keys of ours, in their order. */
    public static JsonWebKeySet of(List<JsonWebKey> keys) {
        return new JsonWebKeySet(
                keys.stream().map(JsonWebKeySet::json).collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }

    private static String json(JsonWebKey key) {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        key.members().forEach((name, value) -> members.put(name, new FlatValue.Text(value)));
        return FlatJsonWriter.write(new FlatObject(members));
    }
}
