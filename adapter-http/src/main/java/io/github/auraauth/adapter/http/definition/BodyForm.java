package io.github.auraauth.adapter.http.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The JSON object that a body must be: flat, all its members texts, no other members.
 *
 * @param members by name
 * @param required names that must be there
 */
public record BodyForm(Map<String, TextForm> members, Set<String> required) {
    public BodyForm {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        required = Set.copyOf(required);
    }
}
