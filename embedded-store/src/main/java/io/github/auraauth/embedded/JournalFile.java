package io.github.auraauth.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The form of the journal on disk: a line that says what it is, then entries. An entry is its length, a CRC-32 of its
 * content, and the content. A process that is killed leaves at most one entry that is not whole, the last one.
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
    static byte[] framed(byte[] content) {
        return ByteBuffer.allocate(FRAME + content.length)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
    }

    /**
     * Gives every whole entry to the reader.
     *
     * @return the position behind the last whole entry, 0 when not even the first line is whole
     * @throws IOException when the file is none of ours or cannot be read
     */
    static long read(Path file, Consumer<byte[]> reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            byte[] head = in.readNBytes(HEAD.length);
            if (!Arrays.equals(head, Arrays.copyOf(HEAD, head.length))) {
                throw new IOException(file + " is no store of this program");
            }
            if (head.length < HEAD.length) {
                return 0;
            }
            long position = HEAD.length;
            for (byte[] content = next(in); content.length > 0; content = next(in)) {
                position += FRAME + content.length;
                reader.accept(content);
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
            return content.length == length && checksum(content) == checksum ? content : new byte[0];
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return (int) crc.getValue();
    }
}
