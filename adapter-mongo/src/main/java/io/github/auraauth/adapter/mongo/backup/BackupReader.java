package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.domain.crypto.KeyedDigest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bson.BSONException;
import org.bson.BsonSerializationException;
import org.bson.Document;

/** Reads a backup from beginning to end, as often as it is asked to. */
final class BackupReader {
    static final String ALTERED = "the backup is cut or was altered; nothing of it is taken";
    private static final int GZIP_HEADER = 10;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final KeyedDigest key;

    BackupReader(Path file, KeyedDigest key) {
        this.file = file;
        this.key = key;
    }

    /** Takes what is in a backup, part by part. */
    interface Visitor {
        /** What it says of itself. */
        default void header(BackupHeader header) {}

        void document(BackupCollection collection, Frame stored);

        /** Hashes of ids that were removed while it was made. */
        default void gone(BackupCollection collection, Iterable<Long> ids) {}

        /** The counts and keys. */
        default void summary(Document summary) {}
    }

    /** @throws UnusableBackupException when it is none, cut, altered, or of a newer format, maybe after the visitor saw a part */
    void read(Visitor visitor) {
        try (InputStream raw = Files.newInputStream(file)) {
            BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
            checkPacking(buffered);
            MessageDigest digest = Digests.sha256();
            GZIPInputStream packed = new GZIPInputStream(buffered, BUFFER);
            DigestInputStream digested = new DigestInputStream(packed, digest);
            long size = content(new DataInputStream(digested), digested, visitor);
            if (packed.read() >= 0 || (int) size != lastInt()) {
                throw new UnusableBackupException(ALTERED);
            }
        } catch (EOFException | BSONException | java.util.zip.ZipException cut) {
            throw new UnusableBackupException(ALTERED, cut);
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new UnusableBackupException("there is no such file", missing);
        } catch (IOException unreadable) {
            throw new UnusableBackupException(
                    "the file cannot be read, or is no backup: " + unreadable.getMessage(), unreadable);
        }
    }

    private long content(DataInputStream in, DigestInputStream digested, Visitor visitor) throws IOException {
        Frame first = Frame.read(in);
        if (first.kind() != Frame.HEADER) {
            throw new UnusableBackupException("the file is no backup of this service");
        }
        visitor.header(BackupHeader.of(first.decoded()));
        long size = size(first);
        Optional<BackupCollection> present = Optional.empty();
        for (Frame frame = Frame.read(in); ; frame = Frame.read(in)) {
            size += size(frame);
            switch (frame.kind()) {
                case Frame.COLLECTION -> present = BackupCollection.named(text(frame, "name"));
                case Frame.STORED -> visitor.document(known(present), frame);
                case Frame.GONE ->
                    visitor.gone(
                            known(BackupCollection.named(text(frame, "name"))),
                            frame.decoded().getList("ids", Long.class));
                case Frame.SUMMARY -> {
                    visitor.summary(frame.decoded());
                    String found = key.hex(
                            HexFormat.of().formatHex(digested.getMessageDigest().digest()));
                    digested.on(false);
                    Frame end = Frame.read(in);
                    if (end.kind() != Frame.END || !found.equals(text(end, "digest"))) {
                        throw new UnusableBackupException(ALTERED);
                    }
                    return size + size(end);
                }
                default -> throw new UnusableBackupException(ALTERED);
            }
        }
    }

    private static BackupCollection known(Optional<BackupCollection> collection) {
        return collection.orElseThrow(() -> new UnusableBackupException(ALTERED));
    }

    private static String text(Frame frame, String field) {
        try {
            return String.valueOf(frame.decoded().getString(field));
        } catch (ClassCastException | BsonSerializationException altered) {
            throw new UnusableBackupException(ALTERED, altered);
        }
    }

    private static long size(Frame frame) {
        return 1L + frame.document().getByteBuffer().remaining();
    }

    /** The digest does not cover the packing, which is of one form only. */
    private static void checkPacking(BufferedInputStream in) throws IOException {
        in.mark(GZIP_HEADER);
        byte[] header = in.readNBytes(GZIP_HEADER);
        in.reset();
        for (int i = 3; i < header.length - 1; i++) {
            if (header[i] != 0) {
                throw new UnusableBackupException("the file is no backup of this service");
            }
        }
        if (header.length < GZIP_HEADER || header[GZIP_HEADER - 1] != 0 && header[GZIP_HEADER - 1] != (byte) 0xff) {
            throw new UnusableBackupException("the file is no backup of this service");
        }
    }

    /** Where nothing follows the packed content, its length. */
    private int lastInt() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(last, channel.size() - Integer.BYTES);
            return last.flip().getInt();
        }
    }
}
