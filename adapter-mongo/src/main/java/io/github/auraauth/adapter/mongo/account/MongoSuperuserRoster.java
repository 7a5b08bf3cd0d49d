package io.github.auraauth.adapter.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pull;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.SuperuserRoster;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The superusers in one document of MongoDB, from which one is removed only if it holds a second one. */
public final class MongoSuperuserRoster implements SuperuserRoster {
    private static final String COLLECTION = "superusers";
    private static final String MEMBERS = "members";
    private static final Bson ROSTER = eq("_id", "roster");

    private final GuardedCollection rosters;
    private final DocumentReading<Set<AccountId>> reading;

    /** @param unreadable receives the roster when it cannot be read */
    public MongoSuperuserRoster(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.rosters = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(fields -> Set.copyOf(fields.all(MEMBERS, AccountId::parse)), unreadable);
    }

    @Override
    public Set<AccountId> members(Deadline deadline) {
        Optional<Document> roster = rosters.first(ROSTER, deadline);
        return roster.map(reading::one).orElse(Set.of());
    }

    @Override
    public void add(AccountId id, Deadline deadline) {
        Bson added = addToSet(MEMBERS, requireNonNull(id, "id").value());
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        do {
            if (rosters.unlessDuplicate(deadline, all -> all.updateOne(ROSTER, added, upsert))
                    .isPresent()) {
                return;
            }
            // another made the document between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public RemoveOutcome remove(AccountId id, Deadline deadline) {
        String member = requireNonNull(id, "id").value();
        Bson besideAnother = and(ROSTER, eq(MEMBERS, member), exists(MEMBERS + ".1"));
        do {
            if (rosters.within(deadline, all -> all.updateOne(besideAnother, pull(MEMBERS, member)))
                            .getModifiedCount()
                    > 0) {
                return RemoveOutcome.REMOVED;
            }
            Set<AccountId> members = members(deadline);
            if (!members.contains(id)) {
                return RemoveOutcome.ABSENT;
            }
            if (members.size() == 1) {
                return RemoveOutcome.LAST;
            }
            // another came between the two calls
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }
}
