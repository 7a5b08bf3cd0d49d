package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.NAME;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.USER_ID;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.VERSION;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.isErased;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.notErased;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Sorts;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.terms.TermsHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The history that {@link MongoTermsStore} writes: the newest entries in the records' documents, older ones in pages. */
public final class MongoTermsHistory implements TermsHistory {
    private final GuardedCollection records;
    private final TermsHistoryPages pages;
    private final UnreadableDocumentReporter unreadable;

    /**
     * @param connection to the terms' database
     * @param unreadable receives the documents that cannot be read
     */
    public MongoTermsHistory(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.records = connection.confirmed(TermsDocumentMapper.COLLECTION);
        this.pages = new TermsHistoryPages(connection);
        this.unreadable = requireNonNull(unreadable, "unreadable");
    }

    @Override
    public List<TermsChange> find(TermsUserId userId, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), notErased());
        do {
            List<Document> documents = records.within(
                    deadline,
                    all -> all.find(ofUser).sort(Sorts.ascending(NAME, VERSION)).into(new ArrayList<>()));
            List<TermsHistoryPages.RecordHistory> histories = pages.histories(documents, deadline);
            if (histories.stream().noneMatch(TermsHistoryPages.RecordHistory::isTorn)) {
                return histories.stream().flatMap(this::changes).toList();
            }
            // an erasure happened between the two reads
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public long erase(Set<String> userIds, Deadline deadline) {
        Bson ofUsers = in(USER_ID, requireNonNull(userIds, "userIds"));
        records.within(deadline, all -> all.updateMany(ofUsers, TermsDocumentMapper.erasure()));
        List<Document> erased = records.within(
                deadline,
                all -> all.find(and(ofUsers, isErased()))
                        .projection(include(TermsHistoryPages.MOVED))
                        .into(new ArrayList<>()));
        return erased.stream()
                .mapToLong(document -> pages.erase(document, deadline))
                .sum();
    }

    /** What can be read: a history without its terms is left out as a whole. */
    private Stream<TermsChange> changes(TermsHistoryPages.RecordHistory history) {
        Document document = history.document();
        return UnreadableTerms.skipped(document, unreadable, () -> TermsDocumentMapper.toTerms(document)).stream()
                .flatMap(terms -> history.entries().stream()
                        .flatMap(
                                entry -> UnreadableTerms.skipped(
                                        document, unreadable, () -> TermsHistoryEntries.toChange(terms, entry))
                                        .stream()));
    }
}
