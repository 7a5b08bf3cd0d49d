package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.adapter.mongo.TimeFieldReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Removals in the activity that no later creation undid: of this database, and of the one that was backed up. */
final class RemovalEvents {
    private static final Map<String, String> SUBJECTS = Map.of(
            "account.delete", "account",
            "group.delete", "group",
            "permission.delete", "permission",
            "permission.create", "permission",
            "token.revoke", "token",
            "client.delete", "client",
            "client.create", "client",
            "key.delete", "key",
            "key.create", "key",
            "user.remove", "user");

    private static final Map<String, String> OF_BOTH = Map.of("consent.revoke", "consent", "consent.give", "consent");

    private final Map<String, Document> last = new HashMap<>();

    /** Takes an entry of the activity into account. */
    void add(Document entry) {
        String event = entry.getString("event");
        String object = String.valueOf(entry.getString("object"));
        String account = String.valueOf(entry.getString("account"));
        if (SUBJECTS.containsKey(event)) {
            note(SUBJECTS.get(event) + ' ' + (event.startsWith("account.") ? account : object), entry);
        } else if (OF_BOTH.containsKey(event)) {
            note(OF_BOTH.get(event) + ' ' + account + ' ' + object, entry);
        }
    }

    private void note(String subject, Document entry) {
        last.merge(subject, entry, (one, other) -> at(one).isAfter(at(other)) ? one : other);
    }

    /** When it was removed, unless it was made again after that. */
    Optional<Instant> removedAt(String subject, String id) {
        return Optional.ofNullable(last.get(subject + ' ' + id))
                .filter(entry -> !isMaking(entry.getString("event")))
                .map(RemovalEvents::at);
    }

    private static boolean isMaking(String event) {
        return event.endsWith(".create") || event.endsWith(".give");
    }

    boolean isRemoved(String subject, String id) {
        return removedAt(subject, id).isPresent();
    }

    private static Instant at(Document entry) {
        return TimeFieldReader.read(entry, "at").orElse(Instant.EPOCH);
    }
}
