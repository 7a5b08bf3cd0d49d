package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static io.github.auraauth.adapter.mongo.UserDocuments.AURA_ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.AUTHORIZATION_ID;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.result.UpdateResult;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.Outage;
import io.github.auraauth.port.out.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Users in MongoDB, one document each. What makes a call atomic is the unique indexes and the filter of one write; no
 * transaction is needed. Needs the indexes of {@link MongoIndexMakeup}.
 */
public final class MongoUserStore implements UserStore {
    private static final int MOST_REPEATS = 3;

    private final MongoCalls users;
    private final UserDocuments documents;
    private final InstantSource clock;

    /**
     * @param cipher for the idTokenHint at rest
     * @param clock tells who is expired
     */
    public MongoUserStore(MongoConnection connection, AtRestCipher cipher, InstantSource clock) {
        this(connection.confirmedUsers(), cipher, clock);
    }

    MongoUserStore(MongoCalls users, AtRestCipher cipher, InstantSource clock) {
        this.users = users;
        this.documents = new UserDocuments(requireNonNull(cipher, "cipher"));
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public InsertOutcome insert(User user, Deadline deadline) {
        Document row = documents.of(requireNonNull(user, "user"));
        for (int repeats = 0; repeats <= MOST_REPEATS; repeats++) {
            if (users.unlessDuplicate(deadline, rows -> rows.insertOne(row)).isPresent()) {
                return InsertOutcome.INSERTED;
            }
            if (isHeld(AURA_ID, row, deadline)) {
                return InsertOutcome.AURA_ID_TAKEN;
            }
            if (isHeld(AUTHORIZATION_ID, row, deadline)) {
                return InsertOutcome.AUTHORIZATION_TAKEN;
            }
        }
        throw new Outage.Contended(MongoCalls.DEPENDENCY);
    }

    @Override
    public Optional<User> find(AuraId auraId, Deadline deadline) {
        return findBy(AURA_ID, requireNonNull(auraId, "auraId").value(), deadline);
    }

    @Override
    public Optional<User> findByAuthorization(AuthorizationId authorizationId, Deadline deadline) {
        String value = requireNonNull(authorizationId, "authorizationId").value();
        return findBy(AUTHORIZATION_ID, value, deadline);
    }

    @Override
    public Optional<User> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        List<Bson> newest = UserQueries.newest(
                requireNonNull(auraGlobalId, "auraGlobalId"), requireNonNull(channelId, "channelId"), clock.instant());
        return users.within(
                        deadline,
                        rows -> Optional.ofNullable(rows.aggregate(newest).first()))
                .map(documents::toUser);
    }

    @Override
    public ReplaceOutcome replace(User expected, User replacement, Deadline deadline) {
        requireNonNull(expected, "expected");
        if (!requireNonNull(replacement, "replacement").auraId().equals(expected.auraId())) {
            throw new IllegalArgumentException("replacement must have the auraId of expected");
        }
        Document row = documents.of(replacement);
        for (int repeats = 0; repeats <= MOST_REPEATS; repeats++) {
            Bson stillExpected = UserQueries.unchanged(expected, clock.instant());
            Optional<UpdateResult> result =
                    users.unlessDuplicate(deadline, rows -> rows.replaceOne(stillExpected, row));
            if (result.isPresent()) {
                boolean replaced = result.get().getMatchedCount() > 0;
                return replaced ? ReplaceOutcome.REPLACED : ReplaceOutcome.CHANGED_MEANWHILE;
            }
            if (isHeld(AUTHORIZATION_ID, row, deadline)) {
                return ReplaceOutcome.AUTHORIZATION_TAKEN;
            }
        }
        throw new Outage.Contended(MongoCalls.DEPENDENCY);
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, Deadline deadline) {
        Bson filter = eq(AURA_ID, requireNonNull(auraId, "auraId").value());
        long removed = users.within(deadline, rows -> rows.deleteOne(filter)).getDeletedCount();
        return removed > 0 ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
    }

    private Optional<User> findBy(String field, String value, Deadline deadline) {
        Instant now = clock.instant();
        return rowBy(field, value, deadline)
                .filter(row -> !UserDocuments.isExpired(row, now))
                .map(documents::toUser);
    }

    private Optional<Document> rowBy(String field, String value, Deadline deadline) {
        return users.within(
                deadline,
                rows -> Optional.ofNullable(rows.find(eq(field, value)).first()));
    }

    /** Whether an unexpired row has the wanted value; an expired one is taken out of the way, if it still is expired. */
    private boolean isHeld(String field, Document wanted, Deadline deadline) {
        Instant now = clock.instant();
        Optional<Document> holder = rowBy(field, wanted.getString(field), deadline);
        Optional<Document> expired = holder.filter(row -> UserDocuments.isExpired(row, now));
        expired.ifPresent(row -> users.within(deadline, rows -> rows.deleteOne(UserQueries.stillExpired(row, now))));
        return holder.isPresent() && expired.isEmpty();
    }
}
