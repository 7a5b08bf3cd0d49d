package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static io.github.auraauth.adapter.mongo.TermsDocuments.NAME;
import static io.github.auraauth.adapter.mongo.TermsDocuments.USER_ID;
import static io.github.auraauth.adapter.mongo.TermsDocuments.present;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Sorts;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.terms.TermsDirectory;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/** All records of a service in MongoDB, read by the index of its name; never more than a part of them in memory. */
public final class MongoTermsDirectory implements TermsDirectory {
    private final MongoCalls records;

    /** @param connection to the terms' database */
    public MongoTermsDirectory(MongoConnection connection) {
        this.records = connection.confirmed(TermsDocuments.COLLECTION);
    }

    @Override
    public void visit(ServiceName name, Consumer<Acceptance> each, Deadline deadline) {
        Bson ofService = and(eq(NAME, requireNonNull(name, "name").value()), present());
        requireNonNull(each, "each");
        records.within(deadline, all -> {
            all.find(ofService)
                    .projection(exclude(TermsLines.HISTORY))
                    .sort(Sorts.ascending(USER_ID))
                    .forEach(document -> each.accept(TermsDocuments.toRecord(document)));
            return name;
        });
    }
}
