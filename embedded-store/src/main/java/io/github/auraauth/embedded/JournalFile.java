package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The form of the journal on disk: a line that says what it is, then entries. An entry is its length, a CRC-32 of its
 * content, and the content as BSON. A process that is killed leaves at most one entry that is not whole, the last one.
 */
final class JournalFile {
    private static final byte[] HEAD = "aura-auth store 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int FRAME = 2 * Integer.BYTES;

    private JournalFile() {}

    static byte[] head() {
        return HEAD.clone();
    }

    /** The entry as it lies in the file. */
    static byte[] encode(Document entry) {
        ByteBuf content = Unpooled.buffer();
        content.writeLong(0);
        BsonEncoder.encodeDocument(entry, content);
        int length = content.readableBytes() - FRAME;
        content.setInt(0, length);
        content.setInt(Integer.BYTES, checksum(content.array(), content.arrayOffset() + FRAME, length));
        return Arrays.copyOfRange(content.array(), content.arrayOffset(), content.arrayOffset() + FRAME + length);
    }

    /** Writes these entries as the whole content of the file, and waits for the disk. */
    static void write(Path file, Iterator<Document> entries) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            buffered.write(HEAD);
            while (entries.hasNext()) {
                buffered.write(encode(entries.next()));
            }
            buffered.flush();
            out.getFD().sync();
        }
    }

    /**
     * Gives every whole entry to the reader.
     *
     * @return the position behind the last whole entry
     * @throws IOException when the file is none of ours or cannot be read
     */
    static long read(Path file, Consumer<Document> reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (!Arrays.equals(in.readNBytes(HEAD.length), HEAD)) {
                throw new IOException(file + " is no store of this program");
            }
            long position = HEAD.length;
            for (byte[] content = next(in); content.length > 0; content = next(in)) {
                position += FRAME + content.length;
                reader.accept(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(content)));
            }
            return position;
        }
    }

    /** The next entry's content; empty when there is none that is whole. */
    private static byte[] next(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            int checksum = in.readInt();
            if (length <= 0 || length > LONGEST) {
                return new byte[0];
            }
            byte[] content = in.readNBytes(length);
            boolean whole = content.length == length && checksum(content, 0, length) == checksum;
            return whole ? content : new byte[0];
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
