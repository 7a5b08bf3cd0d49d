package io.github.auraauth.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
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
    private static final int SECTOR = 512;
    private static final int LAST_BYTE = Integer.SIZE - Byte.SIZE;

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
            // zeros are what a failure of power leaves of bytes that the disk did not have yet
            if (Arrays.equals(head, new byte[head.length])) {
                return 0;
            }
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

    /**
     * Whether an entry was written whole and then spoiled, at the position of one that is not whole: another one begins
     * behind it, and no sector of zeros lies in between, as a failure of power leaves where the disk had later parts first.
     * Entries are BSON, which begins with its length too, so that hardly anything else is taken for one.
     */
    static boolean isSpoiled(Path file, long position) throws IOException {
        OptionalLong next = nextEntry(file, position);
        return next.isPresent() && !holdsSectorOfZeros(file, position, next.getAsLong());
    }

    private static boolean holdsSectorOfZeros(Path file, long from, long to) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(from);
            int zeros = 0;
            for (long position = from; position < to; position++) {
                zeros = in.read() == 0 && (zeros > 0 || position % SECTOR == 0) ? zeros + 1 : 0;
                if (zeros == SECTOR) {
                    return true;
                }
            }
            return false;
        }
    }

    private static OptionalLong nextEntry(Path file, long position) throws IOException {
        try (RandomAccessFile entries = new RandomAccessFile(file.toFile(), "r");
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(Math.min(position + 1, entries.length()));
            int length = 0;
            int checksum = 0;
            int bsonLength = 0;
            long read = position + 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                length = (length << Byte.SIZE) | (checksum >>> LAST_BYTE);
                checksum = (checksum << Byte.SIZE) | (bsonLength >>> LAST_BYTE);
                bsonLength = (bsonLength << Byte.SIZE) | next;
                read++;
                long content = read - Integer.BYTES;
                if (length == Integer.reverseBytes(bsonLength)
                        && content - FRAME > position
                        && isWhole(entries, content, length, checksum)) {
                    return OptionalLong.of(content - FRAME);
                }
            }
            return OptionalLong.empty();
        }
    }

    private static boolean isWhole(RandomAccessFile file, long position, int length, int checksum) throws IOException {
        if (length <= 0 || length > LONGEST || length > file.length() - position) {
            return false;
        }
        byte[] content = new byte[length];
        file.seek(position);
        file.readFully(content);
        return checksum(content) == checksum;
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return (int) crc.getValue();
    }
}
