package io.github.auraauth.adapter.mongo.authtoken;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.FlatFilter;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.authtoken.ReleaseOrder;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import org.bson.conversions.Bson;

/** The version that applied the list last, in one document of MongoDB, which only the same or a later version changes. */
public final class MongoAppliedListVersion implements AppliedListVersion {
    private static final String COLLECTION = "authTokenList";
    private static final String VERSION = "version";

    /** The version as it sorts. */
    private static final String ORDER = "order";

    private static final Bson APPLIED = eq("_id", "applied");

    private final GuardedCollection versions;

    public MongoAppliedListVersion(MongoConnection connection) {
        this.versions = connection.collection(COLLECTION);
    }

    @Override
    public boolean isCurrent(String version, Deadline deadline) {
        String order = ReleaseOrder.sortable(requireNonNull(version, "version"));
        return versions.first(and(APPLIED, gt(ORDER, order)), deadline).isEmpty();
    }

    @Override
    public boolean advanceTo(String version, Deadline deadline) {
        String order = ReleaseOrder.sortable(requireNonNull(version, "version"));
        Bson notLater = FlatFilter.of(APPLIED, lte(ORDER, order));
        Bson noted = combine(set(ORDER, order), set(VERSION, version));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        do {
            if (versions.unlessDuplicate(deadline, all -> all.updateOne(notLater, noted, upsert))
                    .isPresent()) {
                return true;
            }
            if (!isCurrent(version, deadline)) {
                return false;
            }
            // another made the document between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }
}
