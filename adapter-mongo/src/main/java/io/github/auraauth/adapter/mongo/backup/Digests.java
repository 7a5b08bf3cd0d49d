package io.github.auraauth.adapter.mongo.backup;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** SHA-256, of files and of ids. */
final class Digests {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The {@code _id}, which every stored document has. */
    static BsonValue idOf(RawBsonDocument stored) {
        return requireNonNull(stored.get("_id"), "_id");
    }

    /** 64 bits that stand for a document's {@code _id}, whatever its type. */
    static long ofId(RawBsonDocument stored) {
        BsonValue id = idOf(stored);
        RawBsonDocument named = new RawBsonDocument(new BsonDocument("_id", id), CODEC);
        MessageDigest digest = sha256();
        digest.update(named.getByteBuffer().asNIO());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
