package io.github.auraauth.app.storage;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.file.LocalFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a folder, folders and all. Hidden ones are left out, and what a link leads to elsewhere; a link within the
 * folder is what it leads to, as in the folders that Kubernetes mounts.
 *
 * @param folder that need not be there
 */
public record FolderFiles(Path folder) implements LocalFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FolderFiles.class);

    @Override
    public List<FileName> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            Path home = folder.toRealPath();
            try (Stream<Path> all = Files.walk(home)) {
                return all.filter(Files::isRegularFile)
                        .filter(path -> isInSight(home.relativize(path)) && isWithin(home, path))
                        .map(path -> home.relativize(path).toString().replace('\\', '/'))
                        .sorted()
                        .flatMap(relative -> named(relative).stream())
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> read(FileName name) {
        Path file = folder.resolve(name.text());
        try {
            if (Files.size(file) > StoredFiles.LARGEST) {
                LOG.warn("a static resource is larger than 16 MiB and stays here: {}", name);
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            LOG.warn("a static resource cannot be uploaded: {}", name);
            return Optional.empty();
        }
    }

    private static Optional<FileName> named(String relative) {
        try {
            return Optional.of(new FileName(relative));
        } catch (IllegalArgumentException e) {
            LOG.warn("a static resource cannot be uploaded: {}", relative);
            return Optional.empty();
        }
    }

    private static boolean isWithin(Path home, Path file) {
        try {
            return file.toRealPath().startsWith(home);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static boolean isInSight(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .noneMatch(part -> part.toString().startsWith("."));
    }
}
