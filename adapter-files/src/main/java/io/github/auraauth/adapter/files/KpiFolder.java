package io.github.auraauth.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the files of one instance, which one process has at a time: its own, and once that has ended, whichever
 * sends what it has left. The lock lies beside it and is gone with the process, however it ends.
 */
final class KpiFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KpiFolder.class);
    private static final String LOCK = ".lock";

    /** Locks of this process: opening and closing one of them again would give it away. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final String instance;
    private final Path lockFile;
    private final FileChannel lock;

    private KpiFolder(Path root, String instance, Path lockFile, FileChannel lock) {
        this.root = root;
        this.instance = instance;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** The folder of that instance, there or not; empty while another process has it, or another part of this one. */
    static Optional<KpiFolder> take(Path root, String instance) {
        Path file = root.resolve(instance + LOCK).toAbsolutePath().normalize();
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        Optional<KpiFolder> taken = Optional.empty();
        try {
            create(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                channel.close();
            } else {
                taken = Optional.of(new KpiFolder(root, instance, file, channel));
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(file);
            }
        }
    }

    /** The instances that have a folder there. */
    static List<String> instances(Path root) {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String instance() {
        return instance;
    }

    /** Makes the folder, and a new file in it. */
    Path newFile(String name) throws IOException {
        Path folder = root.resolve(instance);
        Files.createDirectories(folder, forTheOwner(folder, "rwx------"));
        return create(folder.resolve(name));
    }

    /** The files that are in it, in their order; none where it is not there. */
    List<KpiFile> files() {
        Path folder = root.resolve(instance);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(path -> KpiFile.at(path).stream())
                    .sorted(Comparator.comparingInt(KpiFile::sequence))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it back; where nothing is left in it, it is gone. */
    @Override
    public void close() {
        try (lock) {
            Path folder = root.resolve(instance);
            if (files().isEmpty()) {
                Files.deleteIfExists(folder);
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a folder of KPI files stays: {}", e.getClass().getSimpleName());
        } finally {
            OURS.remove(lockFile);
        }
    }

    /** Creates an empty file, unless there is one. */
    private static Path create(Path file) throws IOException {
        try {
            return Files.createFile(file, forTheOwner(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    private static FileAttribute<?>[] forTheOwner(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
