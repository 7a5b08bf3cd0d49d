package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.domain.crypto.KeyedDigest;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;

/**
 * Writes a backup beside its place, under another name and for the owner alone, and moves it there when it is whole. What was
 * not finished is deleted when it is closed.
 */
final class BackupWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

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
        this.unfinished = this.file.resolveSibling("." + this.file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        this.channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.packed = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), BUFFER);
        this.out = new DigestOutputStream(packed, digest);
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
        out.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }
}
