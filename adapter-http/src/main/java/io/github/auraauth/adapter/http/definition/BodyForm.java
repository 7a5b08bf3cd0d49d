package io.github.auraauth.adapter.http.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a body must be: flat, all its members texts, no other members.
 *
 * @param encoding how they are written
 * @param members by name
 * @param required names that must be there
 * @param elseEmpty whether a body of another form counts as one without members, which its endpoint refuses as it refuses
 *     all that is wrong with them
 */
public record BodyForm(Encoding encoding, Map<String, TextForm> members, Set<String> required, boolean elseEmpty) {
    public BodyForm {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        required = Set.copyOf(required);
    }

    /** How a body's members are written. */
    public enum Encoding {
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded");

        private final String mediaType;

        Encoding(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
