package io.github.auraauth.adapter.mongo.permission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The known permissions in MongoDB: {@code _id} is the code name. */
public final class MongoPermissionStore implements PermissionStore {
    private static final String COLLECTION = "permissions";
    private static final String CODE_NAME = "_id";
    private static final String TEXT = "text";

    private final GuardedCollection known;
    private final DocumentReading<DescribedPermission> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoPermissionStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.known = connection.collection(COLLECTION);
        this.reading = new DocumentReading<>(MongoPermissionStore::toPermission, unreadable);
    }

    /** Looks first, since nearly always all are known; the insertion decides. */
    @Override
    public List<Permission> register(Collection<DescribedPermission> permissions, Deadline deadline) {
        List<String> asked = requireNonNull(permissions, "permissions").stream()
                .map(each -> each.permission().codeName())
                .toList();
        Set<String> there = known.within(
                deadline,
                all -> all.find(in(CODE_NAME, asked))
                        .projection(include(CODE_NAME))
                        .map(document -> document.getString(CODE_NAME))
                        .into(new HashSet<>()));
        List<Permission> added = new ArrayList<>();
        for (DescribedPermission each : permissions) {
            if (!there.contains(each.permission().codeName()) && isAdded(each, deadline)) {
                added.add(each.permission());
            }
        }
        return List.copyOf(added);
    }

    @Override
    public List<DescribedPermission> all(Deadline deadline) {
        List<Document> documents = known.within(
                deadline, all -> all.find().sort(ascending(CODE_NAME)).into(new ArrayList<>()));
        return reading.all(documents);
    }

    @Override
    public boolean delete(Permission permission, Deadline deadline) {
        return known.deleteOne(
                eq(CODE_NAME, requireNonNull(permission, "permission").codeName()), deadline);
    }

    private boolean isAdded(DescribedPermission permission, Deadline deadline) {
        Document document = new Document(CODE_NAME, permission.permission().codeName()).append(TEXT, permission.text());
        return known.unlessDuplicate(deadline, all -> all.insertOne(document)).isPresent();
    }

    private static DescribedPermission toPermission(StoredFields fields) {
        Permission permission = fields.required(CODE_NAME, Permission::parse);
        String text = fields.required(TEXT, stored -> Optional.of(stored).filter(DescribedPermission::isText));
        return new DescribedPermission(permission, text);
    }
}
