package io.github.auraauth.adapter.mongo.permission;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.result.UpdateResult;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.permission.GroupStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Groups in MongoDB, one document each: {@code _id} is the group's, a unique index keeps names apart. Needs the indexes of
 * {@code IndexDefinition.bundled()}.
 */
public final class MongoGroupStore implements GroupStore {
    private static final String COLLECTION = "groups";
    private static final String ID = "_id";
    private static final String REVISION = "rev";
    private static final String NAME = "name";
    private static final String PERMISSIONS = "permissions";

    private final GuardedCollection groups;
    private final DocumentReading<Group> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoGroupStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.groups = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoGroupStore::toGroup, unreadable);
    }

    @Override
    public WriteOutcome insert(Group group, Deadline deadline) {
        Document document = new Document(ID, requireNonNull(group, "group").id().value())
                .append(REVISION, group.revision())
                .append(NAME, group.name().value())
                .append(PERMISSIONS, codeNames(group));
        return groups.unlessDuplicate(deadline, all -> all.insertOne(document)).isPresent()
                ? WriteOutcome.WRITTEN
                : WriteOutcome.TAKEN;
    }

    @Override
    public List<Group> find(Set<GroupId> ids, Deadline deadline) {
        Bson wanted =
                in(ID, requireNonNull(ids, "ids").stream().map(GroupId::value).toList());
        List<Document> documents =
                groups.within(deadline, all -> all.find(wanted).into(new ArrayList<>()));
        return reading.all(documents);
    }

    @Override
    public Optional<Group> findByName(GroupName name, Deadline deadline) {
        return groups.first(eq(NAME, requireNonNull(name, "name").value()), deadline)
                .map(reading::one);
    }

    @Override
    public List<Group> page(Keyset<GroupName> place, int most, Deadline deadline) {
        Keyset<String> names = requireNonNull(place, "place").map(GroupName::value);
        return groups.within(deadline, all -> reading.page(all, empty(), NAME, names, most));
    }

    @Override
    public WriteOutcome update(Group group, Deadline deadline) {
        Bson unchanged = and(eq(ID, requireNonNull(group, "group").id().value()), eq(REVISION, group.revision()));
        Bson next = combine(set(NAME, group.name().value()), set(PERMISSIONS, codeNames(group)), inc(REVISION, 1L));
        return groups.unlessDuplicate(deadline, all -> all.updateOne(unchanged, next))
                .map(UpdateResult::getMatchedCount)
                .map(matched -> matched > 0 ? WriteOutcome.WRITTEN : WriteOutcome.CONFLICT)
                .orElse(WriteOutcome.TAKEN);
    }

    @Override
    public boolean delete(GroupId id, Deadline deadline) {
        return groups.deleteOne(eq(ID, requireNonNull(id, "id").value()), deadline);
    }

    private static List<String> codeNames(Group group) {
        return group.permissions().stream().map(Permission::codeName).sorted().toList();
    }

    private static Group toGroup(StoredFields fields) {
        return new Group(
                fields.required(ID, GroupId::parse),
                fields.number(REVISION),
                fields.required(NAME, GroupName::parse),
                fields.all(PERMISSIONS, Permission::parse));
    }
}
