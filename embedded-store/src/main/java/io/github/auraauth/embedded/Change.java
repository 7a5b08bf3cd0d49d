package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The kinds of journal entries: a document put or removed, and a command that changes collections or indexes. */
final class Change {
    private static final String PUT = "p";
    private static final String REMOVE = "r";
    private static final String COMMAND = "c";
    private static final String CONTENT = "d";

    /** Commands after which collections or indexes are other ones; documents are told of one by one. */
    private static final Set<String> SCHEMA_COMMANDS =
            Set.of("create", "createIndexes", "drop", "dropIndexes", "dropDatabase", "renameCollection");

    private Change() {}

    static Document put(String namespace, Document document) {
        return new Document(PUT, namespace).append(CONTENT, document);
    }

    static Document remove(String namespace, Object id) {
        return new Document(REMOVE, namespace).append(CONTENT, id);
    }

    static Document command(String database, Document command) {
        return new Document(COMMAND, database).append(CONTENT, command);
    }

    static Object idOf(Document document) {
        return Objects.requireNonNull(document.get("_id"));
    }

    static boolean isSchemaCommand(String command) {
        return SCHEMA_COMMANDS.stream().anyMatch(command::equalsIgnoreCase);
    }

    /** Applies an entry. */
    static void apply(Document entry, Target target) {
        Map.Entry<String, Object> kind = entry.entrySet().iterator().next();
        String where = String.valueOf(kind.getValue());
        Object content = Objects.requireNonNull(entry.get(CONTENT));
        switch (kind.getKey()) {
            case PUT -> target.put(where, (Document) content);
            case REMOVE -> target.remove(where, content);
            case COMMAND -> target.run(where, (Document) content);
            default -> throw new IllegalArgumentException("no journal entry is of kind " + kind.getKey());
        }
    }

    /** Where entries are applied. */
    interface Target {
        void put(String namespace, Document document);

        void remove(String namespace, Object id);

        void run(String database, Document command);
    }
}
