package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.eq;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AURA_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AUTHORIZATION_ID;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCursor;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Users in MongoDB, one document each. Unique indexes and the filter of a single write make each call atomic; no
 * transaction is needed. Needs the indexes of {@code IndexDefinition.bundled()}.
 */
public final class MongoUserStore implements UserStore {
    private static final int MOST_REPEATS = 3;

    /** Usually the first row is the newest user. */
    private static final int NEWEST_BATCH = 4;

    private final GuardedCollection users;
    private final UserRows rows;
    private final UserDocumentMapper documents;
    private final InstantSource clock;

    /**
     * @param cipher for the idTokenHint at rest
     * @param unreadable receives the rows that cannot be read
     * @param clock by which users expire
     */
    public MongoUserStore(
            MongoConnection connection,
            AtRestCipher cipher,
            UnreadableDocumentReporter unreadable,
            InstantSource clock) {
        this(connection.confirmedUsers(), cipher, unreadable, clock);
    }

    MongoUserStore(
            GuardedCollection users, AtRestCipher cipher, UnreadableDocumentReporter unreadable, InstantSource clock) {
        this.users = users;
        this.documents = new UserDocumentMapper(cipher, unreadable);
        this.clock = requireNonNull(clock, "clock");
        this.rows = new UserRows(users, clock);
    }

    @Override
    public InsertOutcome insert(User user, Deadline deadline) {
        Document row = documents.of(requireNonNull(user, "user"));
        for (int repeats = 0; repeats <= MOST_REPEATS; repeats++) {
            if (users.unlessDuplicate(deadline, all -> all.insertOne(row)).isPresent()) {
                return InsertOutcome.INSERTED;
            }
            Optional<InsertOutcome> taken = rows.find(AURA_ID, row.getString(AURA_ID), deadline)
                    .map(this::ofAuraId)
                    .or(() -> rows.holder(AUTHORIZATION_ID, row, deadline)
                            .map(held -> takenBy(held, AuthorizationTaken::new)));
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public Optional<User> find(AuraId auraId, Deadline deadline) {
        return unexpiredBy(AURA_ID, requireNonNull(auraId, "auraId").value(), deadline)
                .flatMap(documents::toUser);
    }

    @Override
    public Optional<UserRow> findRow(AuraId auraId, Deadline deadline) {
        return unexpiredBy(AURA_ID, requireNonNull(auraId, "auraId").value(), deadline)
                .map(documents::toRow);
    }

    @Override
    public Optional<User> findByAuthorization(AuthorizationId authorizationId, Deadline deadline) {
        String value = requireNonNull(authorizationId, "authorizationId").value();
        return unexpiredBy(AUTHORIZATION_ID, value, deadline).flatMap(documents::toUser);
    }

    @Override
    public Optional<User> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        Instant now = clock.instant();
        List<Bson> newestFirst = UserQueries.newestFirst(
                requireNonNull(auraGlobalId, "auraGlobalId"), requireNonNull(channelId, "channelId"), now);
        return users.within(deadline, all -> {
            try (MongoCursor<Document> found =
                    all.aggregate(newestFirst).batchSize(NEWEST_BATCH).iterator()) {
                return documents.newestOf(found, now);
            }
        });
    }

    @Override
    public ReplaceOutcome replace(User expected, User replacement, Deadline deadline) {
        requireNonNull(expected, "expected");
        if (!requireNonNull(replacement, "replacement").auraId().equals(expected.auraId())) {
            throw new IllegalArgumentException("replacement must have the auraId of expected");
        }
        Document row = documents.of(replacement);
        for (int repeats = 0; repeats <= MOST_REPEATS; repeats++) {
            Optional<Boolean> replaced = replaced(expected, row, deadline);
            if (replaced.isPresent()) {
                return replaced.get() ? ReplaceOutcome.REPLACED : ReplaceOutcome.CHANGED_MEANWHILE;
            }
            Optional<Document> holder = rows.holder(AUTHORIZATION_ID, row, deadline);
            if (holder.isPresent()) {
                return isUser(holder.get()) ? ReplaceOutcome.AUTHORIZATION_TAKEN : ReplaceOutcome.TAKEN_BY_UNREADABLE;
            }
        }
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, RemovalCondition condition, Deadline deadline) {
        String value = requireNonNull(auraId, "auraId").value();
        long removed = switch (requireNonNull(condition, "condition")) {
            case ALWAYS ->
                users.within(deadline, all -> all.deleteOne(eq(AURA_ID, value))).getDeletedCount();
            case IF_EXPIRED -> rows.deleteExpired(AURA_ID, value, deadline);
        };
        return removed > 0 ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
    }

    /** Whether the row was as expected and has been replaced; empty when a unique index refused. */
    private Optional<Boolean> replaced(User expected, Document row, Deadline deadline) {
        Optional<Boolean> replaced = replaced(UserQueries.unchanged(expected, clock.instant()), row, deadline);
        if (replaced.equals(Optional.of(false))) {
            // it may be unchanged all the same, with times that are not stored as dates
            return rowOf(expected, deadline)
                    .map(stored -> replaced(UserQueries.same(stored), row, deadline))
                    .orElse(replaced);
        }
        return replaced;
    }

    private Optional<Boolean> replaced(Bson filter, Document row, Deadline deadline) {
        return users.unlessDuplicate(deadline, all -> all.replaceOne(filter, row))
                .map(result -> result.getMatchedCount() > 0);
    }

    private Optional<Document> rowOf(User expected, Deadline deadline) {
        return unexpiredBy(AURA_ID, expected.auraId().value(), deadline)
                .filter(stored -> documents
                        .toUser(stored)
                        .filter(user -> user.registeredAt().equals(expected.registeredAt())
                                && user.registration()
                                        .authorizationId()
                                        .equals(expected.registration().authorizationId()))
                        .isPresent());
    }

    private Optional<Document> unexpiredBy(String field, String value, Deadline deadline) {
        Instant now = clock.instant();
        return users.first(eq(field, value), deadline).filter(row -> !UserDocumentMapper.isExpired(row, now));
    }

    private InsertOutcome ofAuraId(Document holder) {
        if (UserDocumentMapper.isExpired(holder, clock.instant())) {
            return InsertOutcome.AURA_ID_EXPIRED;
        }
        return takenBy(holder, AuraIdTaken::new);
    }

    private InsertOutcome takenBy(Document holder, Function<User, InsertOutcome> outcome) {
        return documents.toUser(holder).map(outcome).orElse(InsertOutcome.TAKEN_BY_UNREADABLE);
    }

    private boolean isUser(Document row) {
        return documents.toUser(row).isPresent();
    }
}
