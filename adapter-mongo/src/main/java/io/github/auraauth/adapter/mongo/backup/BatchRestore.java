package io.github.auraauth.adapter.mongo.backup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes documents of one collection as the rules have it; doing so again changes nothing. */
final class BatchRestore {
    private static final String ID = "_id";
    private static final int DUPLICATE_KEY = 11_000;
    private static final InsertManyOptions EACH = new InsertManyOptions().ordered(false);

    private final BackupDatabases databases;
    private final RestoreRules rules;
    private final ChangedUsers changed;

    BatchRestore(BackupDatabases databases, RestoreRules rules, ChangedUsers changed) {
        this.databases = databases;
        this.rules = rules;
        this.changed = changed;
    }

    /** Documents of the collection, none of them twice. */
    RestoreCounts write(
            BackupCollection collection, GuardedCollection target, List<Document> documents, Deadline deadline) {
        Map<Object, Document> present = byId(target, documents, document -> document.get(ID), deadline);
        Map<String, Document> accounts = owners(BackupCollection.ACCOUNTS, "account", documents, deadline);
        Set<String> clients =
                owners(BackupCollection.CLIENTS, "client", documents, deadline).keySet();
        if (collection == BackupCollection.USERS && present.size() < documents.size()) {
            // who was removed before they were found to be missing is in the log by now
            changed.refresh(deadline);
        }
        List<Document> added = new ArrayList<>();
        long replaced = 0;
        long removed = 0;
        boolean cached = false;
        for (Document document : documents) {
            Optional<Document> stored = Optional.ofNullable(present.get(document.get(ID)));
            rules.complete(collection, document);
            switch (rules.of(collection, document, stored, accounts, clients)) {
                case ADD -> added.add(document);
                case REPLACE -> {
                    replaced += replace(target, stored.orElseThrow(), document, deadline);
                    cached = true;
                }
                case TAKE_AWAY -> replaced += takeAway(target, collection, document, deadline);
                case ERASE -> {
                    removed++;
                    cached |= stored.isPresent();
                    stored.ifPresent(row -> target.within(deadline, all -> all.deleteOne(unchanged(row, document))));
                }
                case LEAVE_OUT -> removed++;
                case KEEP -> {}
            }
        }
        long conflicting = add(target, added, deadline);
        if (cached && collection == BackupCollection.USERS) {
            changed.beginEpoch(deadline);
        }
        return new RestoreCounts(
                added.size() - conflicting,
                replaced,
                documents.size() - added.size() - replaced - removed,
                removed,
                conflicting);
    }

    /** Deletes what came back although it was removed at that moment. */
    void deleteRemoved(
            BackupCollection collection, GuardedCollection target, List<Document> documents, Deadline deadline) {
        List<Object> removed = documents.stream()
                .filter(document -> rules.isRemoved(collection, document))
                .map(document -> document.get(ID))
                .toList();
        if (!removed.isEmpty()) {
            target.deleteMany(in(ID, removed), deadline);
        }
    }

    /** Those of the named collection that these documents name in the field, by id. */
    private Map<String, Document> owners(
            BackupCollection collection, String field, List<Document> documents, Deadline deadline) {
        List<Document> naming = documents.stream()
                .filter(each -> each.get(field) instanceof String)
                .toList();
        if (naming.isEmpty()) {
            return Map.of();
        }
        Map<String, Document> found = new HashMap<>();
        byId(databases.of(collection).orElseThrow(), naming, document -> document.get(field), deadline)
                .forEach((id, owner) -> found.put(String.valueOf(id), owner));
        return found;
    }

    private static Map<Object, Document> byId(
            GuardedCollection target, List<Document> documents, Function<Document, Object> id, Deadline deadline) {
        Set<Object> ids = documents.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        Map<Object, Document> found = new HashMap<>();
        target.within(deadline, all -> all.find(in(ID, ids)).into(new ArrayList<>()))
                .forEach(document -> found.put(document.get(ID), document));
        return found;
    }

    private static long replace(GuardedCollection target, Document stored, Document document, Deadline deadline) {
        return target.unlessDuplicate(deadline, all -> all.replaceOne(unchanged(stored, document), document))
                .map(result -> result.getMatchedCount())
                .orElse(0L);
    }

    /** What is stored, as long as it is as old as it was found. */
    private static Bson unchanged(Document stored, Document document) {
        return and(
                eq(ID, document.get(ID)),
                eq("rev", stored.get("rev")),
                eq("registeredAt", stored.get("registeredAt")),
                eq("authorizationId", stored.get("authorizationId")));
    }

    private static long takeAway(
            GuardedCollection target, BackupCollection collection, Document document, Deadline deadline) {
        String field = collection == BackupCollection.API_KEYS ? "revokedAt" : "withdrawn";
        Object value = requireNonNull(document.get(field), field);
        target.within(deadline, all -> all.updateOne(eq(ID, document.get(ID)), Updates.set(field, value)));
        return 1;
    }

    /** How many were not added, because something else holds a unique value of theirs. */
    private static long add(GuardedCollection target, List<Document> documents, Deadline deadline) {
        if (documents.isEmpty()) {
            return 0;
        }
        return target.within(deadline, all -> {
            try {
                all.insertMany(documents, EACH);
                return 0L;
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                return (long) e.getWriteErrors().size();
            }
        });
    }
}
