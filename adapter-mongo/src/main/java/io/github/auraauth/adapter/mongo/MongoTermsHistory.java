package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static io.github.auraauth.adapter.mongo.TermsDocuments.NAME;
import static io.github.auraauth.adapter.mongo.TermsDocuments.USER_ID;
import static io.github.auraauth.adapter.mongo.TermsDocuments.VERSION;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Sorts;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.TermsHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The history that {@link MongoTermsStore} writes into the records' documents. */
public final class MongoTermsHistory implements TermsHistory {
    private final MongoCalls records;

    /** @param connection to the terms' database */
    public MongoTermsHistory(MongoConnection connection) {
        this.records = connection.collection(TermsDocuments.COLLECTION);
    }

    @Override
    public List<TermsChange> find(TermsUserId userId, Deadline deadline) {
        Bson ofUser = eq(USER_ID, requireNonNull(userId, "userId").value());
        List<Document> documents = records.within(
                deadline,
                all -> all.find(ofUser).sort(Sorts.ascending(NAME, VERSION)).into(new ArrayList<>()));
        return documents.stream()
                .flatMap(document -> TermsLines.of(document).stream())
                .toList();
    }

    @Override
    public long erase(Set<String> userIds, Deadline deadline) {
        Bson ofUsers = in(USER_ID, requireNonNull(userIds, "userIds"));
        return records.within(deadline, all -> all.deleteMany(ofUsers)).getDeletedCount();
    }
}
