package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Tries, for an operator and without a change, whether MongoDB lets the service do what it does. */
public final class AccessCheck {
    private static final List<String> NEEDED =
            List.of("find", "insert", "update", "remove", "listIndexes", "createIndex", "dropIndex");
    private static final Document RIGHTS = new Document("connectionStatus", 1).append("showPrivileges", true);

    private AccessCheck() {}

    /** What is wrong, and what to do about it; empty where nothing is, and where nobody answers. */
    public static Optional<String> problem(MongoConnection connection, GuardedCollection rows, Deadline deadline) {
        try {
            connection.requireAnswer(deadline);
            rows.within(
                    deadline,
                    all -> Stream.ofNullable(all.find().limit(1).first()).count());
            List<String> missing = missing(connection, rows, deadline);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("the user may not " + String.join(", ", missing) + " in " + rows.database()
                            + ": grant it the role readWrite there");
        } catch (Outage.Refused refused) {
            return Optional.of("refuses: " + refused.error() + ": " + Remedies.of(refused));
        } catch (Outage away) {
            return Optional.empty();
        }
    }

    /** None where nobody has logged in, and where the server does not tell. */
    private static List<String> missing(MongoConnection connection, GuardedCollection rows, Deadline deadline) {
        Document status;
        try {
            status = connection.run(RIGHTS, deadline).get("authInfo", new Document());
        } catch (Outage.Refused unknown) {
            return List.of();
        }
        if (status.getList("authenticatedUsers", Document.class, List.of()).isEmpty()) {
            return List.of();
        }
        List<Document> privileges = status.getList("authenticatedUserPrivileges", Document.class, List.of());
        return NEEDED.stream()
                .filter(action -> privileges.stream().noneMatch(each -> isGranted(each, action, rows)))
                .toList();
    }

    private static boolean isGranted(Document privilege, String action, GuardedCollection rows) {
        Document resource = privilege.get("resource", new Document());
        boolean here = resource.getBoolean("anyResource", false)
                || List.of("", rows.database()).contains(resource.get("db", "?"))
                        && List.of("", rows.name()).contains(resource.get("collection", "?"));
        return here && privilege.getList("actions", String.class, List.of()).contains(action);
    }
}
