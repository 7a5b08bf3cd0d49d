package io.github.auraauth.app.acceptance;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bson.RawBsonDocument;

/** What a backup holds, in words. */
final class BackupText {
    /** What stands in no collection: the header, what was removed meanwhile, the summary and the digest. */
    static final String FRAME = "the backup itself";

    private BackupText() {}

    /** The documents of each collection, and under {@link #FRAME} all else. */
    static Map<String, String> of(Path file) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            String collection = FRAME;
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                RawBsonDocument document = document(in);
                if (kind == 'C') {
                    collection = document.getString("name").getValue();
                }
                texts.computeIfAbsent(kind == 'D' ? collection : FRAME, each -> new StringBuilder())
                        .append((char) kind)
                        .append(document.toJson())
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> whole = new LinkedHashMap<>();
        texts.forEach((name, text) -> whole.put(name, text.toString()));
        return whole;
    }

    private static RawBsonDocument document(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
        return new RawBsonDocument(bytes);
    }
}
