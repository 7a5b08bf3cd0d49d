package io.github.auraauth.adapter.mongo.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** A part of a backup: a letter that says what it is, and a BSON document, which begins with its length. */
record Frame(char kind, RawBsonDocument document) {
    static final char HEADER = 'H';

    /** Names the collection of the documents that follow. */
    static final char COLLECTION = 'C';

    static final char STORED = 'D';

    /** What was removed while the backup was made, after it had been read. */
    static final char GONE = 'G';

    /** The counts, and the keys that are needed. */
    static final char SUMMARY = 'S';

    /** The digest of all before. */
    static final char END = 'E';

    private static final int SHORTEST = 5;

    /** More than MongoDB stores, with what wraps it. */
    private static final int LONGEST = 17 * 1024 * 1024;

    private static final DocumentCodec CODEC = new DocumentCodec();

    static Frame of(char kind, Document document) {
        return new Frame(kind, new RawBsonDocument(document, CODEC));
    }

    Document decoded() {
        return document.decode(CODEC);
    }

    void write(OutputStream out) throws IOException {
        out.write(kind);
        ByteBuffer bytes = document.getByteBuffer().asNIO();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.write(copy);
    }

    /** @throws IOException also where there is none */
    static Frame read(DataInputStream in) throws IOException {
        char kind = (char) in.readUnsignedByte();
        int length = Integer.reverseBytes(in.readInt());
        if (length < SHORTEST || length > LONGEST) {
            throw new IOException("a length that no document has");
        }
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
        return new Frame(kind, new RawBsonDocument(bytes));
    }
}
