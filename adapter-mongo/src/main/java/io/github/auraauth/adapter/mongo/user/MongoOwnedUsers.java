package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.OwnedUsers;
import org.bson.conversions.Bson;

/** The rows of {@link MongoUserStore}; the filter of a single write decides whether a row is the owner's. */
public final class MongoOwnedUsers implements OwnedUsers {
    private final GuardedCollection users;

    public MongoOwnedUsers(MongoConnection connection) {
        this.users = connection.confirmedUsers();
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
        Bson ofThatPerson = and(
                eq(UserDocumentMapper.AURA_ID, requireNonNull(auraId, "auraId").value()),
                UserQueries.userId(requireNonNull(owner, "owner").value()));
        long removed =
                users.within(deadline, rows -> rows.deleteOne(ofThatPerson)).getDeletedCount();
        return removed > 0 ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
    }
}
