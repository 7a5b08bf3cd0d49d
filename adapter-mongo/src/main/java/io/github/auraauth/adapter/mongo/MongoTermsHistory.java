package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.TermsDocuments.NAME;
import static io.github.auraauth.adapter.mongo.TermsDocuments.USER_ID;
import static io.github.auraauth.adapter.mongo.TermsDocuments.VERSION;
import static io.github.auraauth.adapter.mongo.TermsDocuments.isErased;
import static io.github.auraauth.adapter.mongo.TermsDocuments.notErased;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Sorts;
import io.github.auraauth.domain.terms.Terms;
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

/** The history that {@link MongoTermsStore} writes: the newest lines in the records' documents, older ones in pages. */
public final class MongoTermsHistory implements TermsHistory {
    private final MongoCalls records;
    private final TermsHistoryPages pages;

    /** @param connection to the terms' database */
    public MongoTermsHistory(MongoConnection connection) {
        this.records = connection.confirmed(TermsDocuments.COLLECTION);
        this.pages = new TermsHistoryPages(connection);
    }

    @Override
    public List<TermsChange> find(TermsUserId userId, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), notErased());
        do {
            List<Document> documents = records.within(
                    deadline,
                    all -> all.find(ofUser).sort(Sorts.ascending(NAME, VERSION)).into(new ArrayList<>()));
            List<TermsHistoryPages.History> histories = pages.histories(documents, deadline);
            if (histories.stream().noneMatch(TermsHistoryPages.History::isTorn)) {
                return histories.stream().flatMap(MongoTermsHistory::changes).toList();
            }
            // an erasure came between the two reads
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoCalls.DEPENDENCY);
    }

    @Override
    public long erase(Set<String> userIds, Deadline deadline) {
        Bson ofUsers = in(USER_ID, requireNonNull(userIds, "userIds"));
        records.within(deadline, all -> all.updateMany(ofUsers, TermsDocuments.erasure()));
        List<Document> erased = records.within(
                deadline,
                all -> all.find(and(ofUsers, isErased()))
                        .projection(include(TermsHistoryPages.MOVED))
                        .into(new ArrayList<>()));
        return erased.stream()
                .mapToLong(document -> pages.erase(document, deadline))
                .sum();
    }

    private static Stream<TermsChange> changes(TermsHistoryPages.History history) {
        Terms terms = TermsDocuments.toTerms(history.document());
        return history.lines().stream().map(line -> TermsLines.toChange(terms, line));
    }
}
