package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the rows of users in a store and its directory, never in a cache. */
public final class UserRowSearchService implements UserRowSearch {
    private final UserStore store;
    private final UserDirectory directory;

    public UserRowSearchService(UserStore store, UserDirectory directory) {
        this.store = Objects.requireNonNull(store, "store");
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    @Override
    public Optional<UserRow> find(AuraId auraId, Deadline deadline) {
        return store.findRow(auraId, deadline);
    }

    @Override
    public List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline) {
        return directory.findByAuthentication(authentication, deadline);
    }

    @Override
    public List<UserRow> findByUserId(UserId userId, Deadline deadline) {
        return directory.findByUserId(userId.value(), deadline);
    }

    @Override
    public List<UserRow> withRelated(List<UserRow> rows, Deadline deadline) {
        Map<String, UserRow> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        rows.stream()
                .flatMap(row -> row.userId().stream())
                .distinct()
                .flatMap(userId -> directory.findByUserId(userId, deadline).stream())
                .forEach(row -> byKey.putIfAbsent(row.key(), row));
        return List.copyOf(byKey.values());
    }
}
