package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.NAME;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.USER_ID;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.present;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.terms.TermsDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** All records of a service in MongoDB, read by the index of its name in batches, so that they need not fit into memory. */
public final class MongoTermsDirectory implements TermsDirectory {
    private final GuardedCollection records;
    private final UnreadableDocumentReporter unreadable;

    /**
     * @param connection to the terms' database
     * @param unreadable receives the documents that cannot be read
     */
    public MongoTermsDirectory(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.records = connection.confirmed(TermsDocumentMapper.COLLECTION);
        this.unreadable = requireNonNull(unreadable, "unreadable");
    }

    @Override
    public void visit(ServiceName name, Consumer<Acceptance> each, Deadline deadline) {
        Bson ofService = and(eq(NAME, requireNonNull(name, "name").value()), present());
        requireNonNull(each, "each");
        records.within(deadline, all -> {
            all.find(ofService)
                    .projection(exclude(TermsHistoryEntries.HISTORY))
                    .sort(Sorts.ascending(USER_ID))
                    .forEach(document -> UnreadableTerms.skipped(
                                    document, unreadable, () -> TermsDocumentMapper.toRecord(document))
                            .ifPresent(each));
            return name;
        });
    }

    @Override
    public List<List<Acceptance>> page(ServiceName name, Keyset<TermsUserId> place, int most, Deadline deadline) {
        Bson ofService = and(eq(NAME, requireNonNull(name, "name").value()), present());
        Bson wanted = requireNonNull(place, "place")
                .key()
                .map(from -> and(ofService, place.backwards() ? lt(USER_ID, from.value()) : gt(USER_ID, from.value())))
                .orElse(ofService);
        Bson order = place.backwards() ? Sorts.descending(USER_ID) : Sorts.ascending(USER_ID);
        Map<TermsUserId, List<Acceptance>> byUser = records.within(deadline, all -> {
            FindIterable<Document> found = all.find(wanted)
                    .projection(exclude(TermsHistoryEntries.HISTORY))
                    .sort(order)
                    .batchSize(2 * most);
            try (MongoCursor<Document> cursor = found.cursor()) {
                return firstUsers(cursor, most);
            }
        });
        return DocumentReading.inOrder(
                place, byUser.values().stream().map(List::copyOf).toList());
    }

    /** All records of so many users, up to the first one of the user behind them. */
    private Map<TermsUserId, List<Acceptance>> firstUsers(MongoCursor<Document> cursor, int most) {
        Map<TermsUserId, List<Acceptance>> byUser = new LinkedHashMap<>();
        while (cursor.hasNext()) {
            Document document = cursor.next();
            Optional<Acceptance> record =
                    UnreadableTerms.skipped(document, unreadable, () -> TermsDocumentMapper.toRecord(document));
            if (record.isPresent()) {
                if (byUser.size() == most && !byUser.containsKey(record.get().userId())) {
                    break;
                }
                byUser.computeIfAbsent(record.get().userId(), user -> new ArrayList<>())
                        .add(record.get());
            }
        }
        return byUser;
    }
}
