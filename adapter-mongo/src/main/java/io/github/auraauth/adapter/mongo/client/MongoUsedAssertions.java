package io.github.auraauth.adapter.mongo.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.client.UsedAssertions;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;

/** The used assertions in MongoDB: the insert under a unique {@code _id}, a digest, decides which use is the first. */
public final class MongoUsedAssertions implements UsedAssertions {
    private static final String COLLECTION = "oidc_assertions";

    /** When the note expires, for the TTL index and the sweep. */
    private static final String END = "end";

    private final GuardedCollection notes;

    public MongoUsedAssertions(MongoConnection connection) {
        this.notes = connection.collection(COLLECTION);
    }

    @Override
    public boolean use(ClientId client, String id, Instant until, Deadline deadline) {
        Document note = new Document(
                        "_id", digest(requireNonNull(client, "client").value(), requireNonNull(id, "id")))
                .append(END, Date.from(requireNonNull(until, "until")));
        return notes.unlessDuplicate(deadline, all -> all.insertOne(note)).isPresent();
    }

    /** Of the characters as they are, since an encoding would make all halves of surrogates alike; clients have no blanks. */
    private static String digest(String client, String id) {
        String text = client + ' ' + id;
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        return HexFormat.of().formatHex(Sha256.of(characters.array()));
    }
}
