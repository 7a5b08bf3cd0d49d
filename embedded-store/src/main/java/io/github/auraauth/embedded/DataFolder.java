package io.github.auraauth.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which an embedded store and generated secrets lie, readable for its owner only. Files are written whole
 * or not at all.
 */
public final class DataFolder {
    /** Held by one process while it writes what only the first writer may write. */
    private static final String WRITERS = "writers.lock";

    private static final Object WRITING = new Object();

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Creates the folder with mode 0700, or takes the one that is there as it is. */
    public static DataFolder open(Path path) throws DataFolderException {
        try {
            Files.createDirectories(path.getParent() == null ? Path.of(".") : path.getParent());
            if (!Files.isDirectory(path)) {
                Files.createDirectory(path, mode(path, "rwx------"));
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw unusable(path, e);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
        if (!Files.isWritable(path)) {
            throw new DataFolderException("The data folder " + path + " cannot be written; set AURA_DATA_FOLDER");
        }
        return new DataFolder(path);
    }

    /** The path of a file in the folder. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a file with mode 0600, in the place of one that may be there. */
    public void write(String name, String content) throws IOException {
        Path whole = temporary(name, content);
        Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a file with mode 0600 if there is none; of several writers, in any processes, one wins. */
    public void writeIfAbsent(String name, String content) throws IOException {
        if (Files.exists(file(name))) {
            return;
        }
        // a link would be atomic without a lock, but not every file system has links
        synchronized (WRITING) {
            try (FileChannel lock = FileChannel.open(touch(WRITERS), StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                if (held.isValid() && !Files.exists(file(name))) {
                    write(name, content);
                }
            }
        }
    }

    /** The names of all files in the folder. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Puts a file, which lies in this folder, in the place of another one, and waits for the disk. */
    public void replace(String name, Path by) throws IOException {
        Files.move(by, file(name), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** Waits until the disk has the names of all files. */
    public void sync() throws IOException {
        try (FileChannel entries = FileChannel.open(path, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /** How many bytes may still be written. */
    public long usableSpace() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    /** Creates an empty file with mode 0600 if there is none. */
    public Path touch(String name) throws IOException {
        try {
            Files.createFile(file(name), mode(path, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // it is there, which is what was wanted
        }
        return file(name);
    }

    private Path temporary(String name, String content) throws IOException {
        Path file = Files.createTempFile(path, name + ".", ".new", mode(path, "rw-------"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return file;
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static DataFolderException unusable(Path path, IOException e) {
        return new DataFolderException(
                "The data folder " + path + " cannot be made (" + e.getClass().getSimpleName()
                        + "); set AURA_DATA_FOLDER to a folder that can be written",
                e);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
