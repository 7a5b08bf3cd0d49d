package io.github.auraauth.adapter.mongo.secret;

import java.util.List;
import java.util.Optional;

/**
 * A collection whose documents hold enciphered values, and where: as the mappers of the stores write them.
 *
 * @param collection its name, save for that of the users, which is configured
 * @param idField whose value values are enciphered for
 * @param paths where they stand: a text or a list of texts each
 */
record SealedCollection(String collection, String idField, List<String> paths) {
    static final List<SealedCollection> ALL = List.of(
            new SealedCollection("users", "auraId", List.of("idTokenHint")),
            new SealedCollection("erasures", "_id", List.of("phoneNumber", "auraIds", "userIds", "auraGlobalIds")),
            new SealedCollection(
                    "accounts",
                    "_id",
                    List.of("email", "firstName", "lastName", "password", "totp.secret", "totpPending")),
            new SealedCollection("passkeys", "_id", List.of("name")),
            new SealedCollection("oidc_keys", "_id", List.of("privateKey")),
            new SealedCollection("oidc_grants", "_id", List.of("request")),
            new SealedCollection("oidc_requests", "_id", List.of("parameters")),
            new SealedCollection("oidc_logout_notices", "_id", List.of("subject")));

    SealedCollection {
        paths = List.copyOf(paths);
    }

    /** The place that a value at that path is enciphered for, without the path within a part of the document. */
    String place(String path, String id) {
        int end = path.indexOf('.');
        return collection + '/' + (end < 0 ? path : path.substring(0, end)) + '/' + id;
    }

    static Optional<SealedCollection> named(String collection) {
        return ALL.stream().filter(each -> each.collection.equals(collection)).findFirst();
    }
}
