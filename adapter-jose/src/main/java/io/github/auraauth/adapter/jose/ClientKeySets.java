package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.token.JsonWebKeySet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for a key set by which a client proves who it is. */
public final class ClientKeySets {
    /** Members of keys that only their owners may know (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private ClientKeySets() {}

    /** Whether a signature can be verified by one of its keys, and nothing in it is private. */
    public static boolean isPublic(JsonWebKeySet keys) {
        boolean verifies = PublishedKey.all(keys).stream()
                .anyMatch(key -> !key.algorithms().isEmpty());
        return verifies
                && JsonObjects.read(keys.json())
                        .map(set -> set.get("keys") instanceof List<?> list ? list : List.of())
                        .filter(list -> list.stream().allMatch(ClientKeySets::isPublicKey))
                        .isPresent();
    }

    private static boolean isPublicKey(Object key) {
        return key instanceof Map<?, ?> jwk && Collections.disjoint(jwk.keySet(), PRIVATE);
    }
}
