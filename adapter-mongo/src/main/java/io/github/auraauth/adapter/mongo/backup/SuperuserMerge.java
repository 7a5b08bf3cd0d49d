package io.github.auraauth.adapter.mongo.backup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.addEachToSet;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Adds to the superusers those whose accounts are about to come back. Of accounts that are there, what is stored says whether
 * they are superusers.
 */
final class SuperuserMerge {
    private static final String MEMBERS = "members";

    private final BackupDatabases databases;
    private final RemovalEvents events;

    SuperuserMerge(BackupDatabases databases, RemovalEvents events) {
        this.databases = databases;
        this.events = events;
    }

    RestoreCounts add(List<Document> rosters, Deadline deadline) {
        GuardedCollection superusers = databases.of(BackupCollection.SUPERUSERS).orElseThrow();
        GuardedCollection accounts = databases.of(BackupCollection.ACCOUNTS).orElseThrow();
        long added = 0;
        for (Document roster : rosters) {
            List<String> members = new ArrayList<>(roster.getList(MEMBERS, String.class, List.of()));
            accounts.within(deadline, all -> all.find(in("_id", members)).into(new ArrayList<>()))
                    .forEach(present -> members.remove(present.getString("_id")));
            members.removeIf(member -> events.isRemoved("account", member));
            if (!members.isEmpty()) {
                UpdateOptions upsert = new UpdateOptions().upsert(true);
                superusers.within(
                        deadline,
                        all -> all.updateOne(eq("_id", roster.get("_id")), addEachToSet(MEMBERS, members), upsert));
                added++;
            }
        }
        return new RestoreCounts(0, added, rosters.size() - added, 0, 0);
    }
}
