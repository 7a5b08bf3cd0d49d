package io.github.auraauth.adapter.mongo.backup;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.KeyedDigest;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;

/**
 * Writes a backup beside its place, under a name that no other one has and for the owner alone, and moves it there when it is
 * whole: of several at once each is whole, and the last that ends stays. What was not finished is deleted when it is closed, and
 * what a killed process left of one by the next to the same place.
 */
final class BackupWriter implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String UNFINISHED = ".unfinished";

    private final Path file;
    private final Path unfinished;
    private final KeyedDigest key;
    private final FileChannel channel;
    private final MessageDigest digest = Digests.sha256();
    private final GZIPOutputStream packed;
    private final DigestOutputStream out;

    /** @param key under which the content is digested */
    BackupWriter(Path file, KeyedDigest key) throws IOException {
        this.file = file.toAbsolutePath();
        this.key = key;
        Path folder = requireNonNull(this.file.getParent(), "file");
        String begin = "." + this.file.getFileName() + ".";
        removeAbandoned(folder, begin);
        this.unfinished = Files.createTempFile(
                folder,
                begin,
                UNFINISHED,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        // while it is held, no other backup takes the file for abandoned
        boolean unused = lock(channel);
        this.packed = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), BUFFER);
        this.out = new DigestOutputStream(packed, digest);
    }

    /** Whoever writes one holds its lock, which ends with the process. */
    private static void removeAbandoned(Path folder, String begin) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(folder, name -> {
            String text = String.valueOf(name.getFileName());
            return text.startsWith(begin) && text.endsWith(UNFINISHED);
        })) {
            for (Path each : candidates) {
                try (FileChannel candidate = FileChannel.open(each, StandardOpenOption.WRITE)) {
                    if (lock(candidate)) {
                        Files.deleteIfExists(each);
                    }
                } catch (IOException notOurs) {
                    // it is in its place by now, or another user's: no reason to write no backup
                }
            }
        }
    }

    /** Whether it has the lock from now on; not where the file system has none. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException | IOException held) {
            return false;
        }
    }

    void write(Frame frame) throws IOException {
        frame.write(out);
    }

    /** Ends the file and moves it to its place, in that of an earlier one. */
    void finish(Document summary) throws IOException {
        write(Frame.of(Frame.SUMMARY, summary));
        String end = key.hex(HexFormat.of().formatHex(digest.digest()));
        Frame.of(Frame.END, new Document("digest", end)).write(packed);
        packed.finish();
        packed.flush();
        channel.force(true);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        // only now, since its lock ends with it
        out.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }
}
