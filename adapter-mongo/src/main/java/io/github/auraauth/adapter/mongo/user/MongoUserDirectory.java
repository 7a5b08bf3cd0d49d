package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserDirectory;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** All rows of a person in MongoDB, found by the indexes of {@code IndexDefinition.bundled()}. */
public final class MongoUserDirectory implements UserDirectory {
    private final GuardedCollection users;
    private final UserDocumentMapper documents;

    private MongoUserDirectory(GuardedCollection users, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.users = users;
        this.documents = new UserDocumentMapper(cipher, unreadable);
    }

    /** Reads from a primary that a majority followed at most a second ago, so that no row is missed. */
    public static MongoUserDirectory forErasure(
            MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        return new MongoUserDirectory(connection.confirmedUsers(), cipher, unreadable);
    }

    /** Reads from where the configured read preference says: for lists, find and export. */
    public static MongoUserDirectory forOperators(
            MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        return new MongoUserDirectory(connection.usersByPreference(), cipher, unreadable);
    }

    @Override
    public List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline) {
        return all(UserQueries.authentication(requireNonNull(authentication, "authentication")), deadline);
    }

    @Override
    public List<UserRow> findByUserId(String userId, Deadline deadline) {
        return all(UserQueries.userId(requireNonNull(userId, "userId")), deadline);
    }

    @Override
    public RemoveOutcome remove(UserRow row, Deadline deadline) {
        Bson filter = eq(UserDocumentMapper.ID, UserDocumentMapper.idOf(requireNonNull(row, "row")));
        long removed = users.within(deadline, rows -> rows.deleteOne(filter)).getDeletedCount();
        return removed > 0 ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
    }

    private List<UserRow> all(Bson filter, Deadline deadline) {
        return users.within(deadline, rows -> rows.find(filter).into(new ArrayList<>())).stream()
                .map(documents::toRow)
                .toList();
    }
}
