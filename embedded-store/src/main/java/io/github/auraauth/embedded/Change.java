package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The kinds of journal entries, each a BSON document: a document put or removed, and a command that changes collections
 * or indexes.
 */
final class Change {
    private static final String PUT = "p";
    private static final String REMOVE = "r";
    private static final String COMMAND = "c";
    private static final String CONTENT = "d";

    private static final byte TEXT = 2;
    private static final byte DOCUMENT = 3;

    /** Where the namespace of a document put begins: behind two lengths, a type and a name. */
    private static final int NAMESPACE = 2 * Integer.BYTES + 3;

    /** Type and name of the content. */
    private static final int CONTENT_HEAD = 3;

    /** Commands after which collections or indexes are other ones; documents are told of one by one. */
    private static final Set<String> SCHEMA_COMMANDS =
            Set.of("create", "createIndexes", "drop", "dropIndexes", "dropDatabase", "renameCollection");

    private Change() {}

    /** An entry as {@link BsonBytes} would encode it, around a document that is encoded already. */
    static byte[] put(String namespace, byte[] document) {
        byte[] name = namespace.getBytes(StandardCharsets.UTF_8);
        int length = NAMESPACE + name.length + 1 + CONTENT_HEAD + document.length + 1;
        ByteBuf entry = Unpooled.wrappedBuffer(new byte[length]).clear();
        entry.writeIntLE(length).writeByte(TEXT).writeByte(PUT.charAt(0)).writeByte(0);
        entry.writeIntLE(name.length + 1).writeBytes(name).writeByte(0);
        entry.writeByte(DOCUMENT).writeByte(CONTENT.charAt(0)).writeByte(0);
        entry.writeBytes(document).writeByte(0);
        return entry.array();
    }

    static byte[] remove(String namespace, Object id) {
        return BsonBytes.encode(new Document(REMOVE, namespace).append(CONTENT, id));
    }

    static byte[] command(String database, Document command) {
        return BsonBytes.encode(new Document(COMMAND, database).append(CONTENT, command));
    }

    static Object idOf(Document document) {
        return Objects.requireNonNull(document.get("_id"));
    }

    static boolean isSchemaCommand(String command) {
        return SCHEMA_COMMANDS.stream().anyMatch(command::equalsIgnoreCase);
    }

    /** Applies an entry. */
    static void apply(byte[] entry, Target target) {
        if (entry[Integer.BYTES] == TEXT && entry[Integer.BYTES + 1] == PUT.charAt(0)) {
            int length = Unpooled.wrappedBuffer(entry).getIntLE(NAMESPACE - Integer.BYTES) - 1;
            int content = NAMESPACE + length + 1 + CONTENT_HEAD;
            target.put(
                    new String(entry, NAMESPACE, length, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(entry, content, entry.length - 1));
            return;
        }
        Document other = BsonBytes.decode(entry);
        Map.Entry<String, Object> kind = other.entrySet().iterator().next();
        String where = String.valueOf(kind.getValue());
        Object content = Objects.requireNonNull(other.get(CONTENT));
        switch (kind.getKey()) {
            case REMOVE -> target.remove(where, content);
            case COMMAND -> target.run(where, (Document) content);
            default -> throw new IllegalArgumentException("no journal entry is of kind " + kind.getKey());
        }
    }

    /** Where entries are applied. */
    interface Target {
        void put(String namespace, byte[] document);

        void remove(String namespace, Object id);

        void run(String database, Document command);
    }
}
