package io.github.auraauth.domain.json;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One flat JSON object: members in their order, none twice.
 *
 * @param members names not empty, no half surrogate pair in them
 */
public record FlatObject(Map<String, FlatValue> members) {
    public FlatObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(members, "members")));
        members.forEach((name, value) -> {
            JsonTexts.require(name, "members");
            requireNonNull(value, "members");
        });
    }

    /** The member names in their order. */
    public Set<String> names() {
        return members.keySet();
    }

    /** Whether a member of that name is there, whatever its value. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The member's text; empty when it is absent or no text. */
    public Optional<String> text(String name) {
        return value(name).flatMap(FlatValue::asText);
    }

    /** The member's number; empty when it is absent or no number. */
    public Optional<Long> whole(String name) {
        return value(name).flatMap(FlatValue::asWhole);
    }

    /** The member's texts; empty when it is absent or no list. */
    public Optional<List<String>> texts(String name) {
        return value(name).flatMap(FlatValue::asTexts);
    }

    private Optional<FlatValue> value(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
