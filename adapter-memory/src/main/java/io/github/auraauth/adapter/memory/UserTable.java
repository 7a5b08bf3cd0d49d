package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Users, unique by auraId and by authorizationId. Not safe for use by several threads: callers synchronize. */
final class UserTable {
    private final Map<AuraId, User> byAuraId = new HashMap<>();
    private final Map<AuthorizationId, User> byAuthorization = new HashMap<>();

    Optional<User> find(AuraId auraId) {
        return Optional.ofNullable(byAuraId.get(auraId));
    }

    Optional<User> find(AuthorizationId authorizationId) {
        return Optional.ofNullable(byAuthorization.get(authorizationId));
    }

    Stream<User> all(Predicate<User> condition) {
        return byAuraId.values().stream().filter(condition);
    }

    /** Puts the user in the place of every row that has its auraId or its authorizationId. */
    void put(User user) {
        find(user.auraId()).ifPresent(this::remove);
        find(user.registration().authorizationId()).ifPresent(this::remove);
        byAuraId.put(user.auraId(), user);
        byAuthorization.put(user.registration().authorizationId(), user);
    }

    void remove(User user) {
        byAuraId.remove(user.auraId());
        byAuthorization.remove(user.registration().authorizationId());
    }

    void access(User user, Instant at) {
        put(new User(user.auraId(), user.auraGlobalId(), user.registration(), user.created(), user.registeredAt(), at));
    }
}
