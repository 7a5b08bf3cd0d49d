package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.NAME;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.USER_ID;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.present;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Sorts;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.terms.TermsDirectory;
import java.util.function.Consumer;
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
}
