package io.github.auraauth.adapter.mongo.index;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** How far the server is with a build, where it tells: our user may lack the right to ask. */
final class BuildProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What the server does, in its words, which name the step and hold no value. */
    private static final Pattern STEP = Pattern.compile("Index Build: ([a-z ]{1,60})");

    private final MongoConnection connection;
    private final InstantSource clock;
    private boolean refused;

    BuildProgress(MongoConnection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Such as {@code  (scanning collection: 52 %)}, with a space before; empty where it is not known. */
    String of(GuardedCollection rows) {
        if (refused) {
            return "";
        }
        String collection = rows.name();
        Document question = new Document("currentOp", 1)
                .append("command.createIndexes", collection)
                .append("progress", new Document("$exists", true));
        try {
            return connection
                    .runOnAdmin(question, Deadline.in(PATIENCE, clock))
                    .getList("inprog", Document.class, List.of())
                    .stream()
                    .filter(operation -> String.valueOf(operation.get("ns")).startsWith(rows.database() + '.'))
                    .flatMap(operation -> words(operation).stream())
                    .findFirst()
                    .orElse("");
        } catch (Outage.Refused e) {
            refused = true;
            return "";
        } catch (Outage e) {
            return "";
        }
    }

    private static Optional<String> words(Document operation) {
        if (operation.get("progress") instanceof Document progress
                && progress.get("done") instanceof Number done
                && progress.get("total") instanceof Number total
                && total.longValue() > 0) {
            long percent = Math.min(100, 100 * done.longValue() / total.longValue());
            Matcher step = STEP.matcher(String.valueOf(operation.get("msg")));
            return Optional.of(" (" + (step.lookingAt() ? step.group(1).strip() + ": " : "") + percent + " %)");
        }
        return Optional.empty();
    }
}
