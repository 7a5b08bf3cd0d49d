package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import java.util.Optional;

/**
 * Where the stores are.
 *
 * @param terms where terms are kept; empty when they are off
 */
public record BackupDatabases(MongoConnection users, Optional<MongoConnection> terms) {
    /** Empty where it is a collection of terms, and these are off. */
    Optional<GuardedCollection> of(BackupCollection collection) {
        return collection.isOfTerms()
                ? terms.map(connection -> connection.collection(collection.collection()))
                : Optional.of(users.defined(collection.collection()));
    }
}
