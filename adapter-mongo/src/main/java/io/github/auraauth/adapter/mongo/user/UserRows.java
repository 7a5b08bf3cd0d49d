package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.eq;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bson.Document;

/** Rows of the users' collection by one unique field, expired or not. */
final class UserRows {
    private final GuardedCollection users;
    private final InstantSource clock;

    UserRows(GuardedCollection users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    Optional<Document> find(String field, String value, Deadline deadline) {
        return users.first(eq(field, value), deadline);
    }

    /** The unexpired row with the wanted value; an expired one is deleted, if it still is expired. */
    Optional<Document> holder(String field, Document wanted, Deadline deadline) {
        Instant now = clock.instant();
        Optional<Document> holder = find(field, wanted.getString(field), deadline);
        Optional<Document> expired = holder.filter(row -> UserDocumentMapper.isExpired(row, now));
        expired.ifPresent(row -> deleteExpired(row, now, deadline));
        return expired.isPresent() ? Optional.empty() : holder;
    }

    /** Deletes the row with that value if it has expired; how many there were. */
    long deleteExpired(String field, String value, Deadline deadline) {
        Instant now = clock.instant();
        return find(field, value, deadline)
                .filter(row -> UserDocumentMapper.isExpired(row, now))
                .map(row -> deleteExpired(row, now, deadline))
                .orElse(0L);
    }

    private long deleteExpired(Document row, Instant now, Deadline deadline) {
        return users.within(deadline, all -> all.deleteOne(UserQueries.stillExpired(row, now)))
                .getDeletedCount();
    }
}
