package io.github.auraauth.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a data folder to one process; gone with the process, however it ends. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = "store.lock";

    /** Files locked by this process: opening and closing one of them again would give the lock away. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock, or empty when another store has it. */
    static Optional<FolderLock> tryLock(DataFolder folder, long processId) throws DataFolderException {
        Path file = folder.file(NAME).toAbsolutePath().normalize();
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            folder.touch(NAME);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((processId + "\n").getBytes(StandardCharsets.US_ASCII)));
                lock = Optional.of(new FolderLock(file, channel));
            }
            return lock;
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be locked", e);
        } finally {
            if (lock.isEmpty()) {
                OURS.remove(file);
            }
        }
    }

    /** Which process has the lock, for a message; empty when it cannot be told. */
    static String holder(DataFolder folder) {
        try {
            boolean ours = OURS.contains(folder.file(NAME).toAbsolutePath().normalize());
            return ours ? "" : ", " + Files.readString(folder.file(NAME)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws DataFolderException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataFolderException("The data folder's lock cannot be given back", e);
        } finally {
            OURS.remove(file);
        }
    }
}
