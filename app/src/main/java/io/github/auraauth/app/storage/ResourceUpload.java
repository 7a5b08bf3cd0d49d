package io.github.auraauth.app.storage;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the static resources of this machine to the operator's storage, once, folders and all. Hidden files stay here,
 * and what a link leads to elsewhere; a link within the folder is what it leads to, as in the folders that Kubernetes
 * mounts. For use by one thread.
 */
public final class ResourceUpload {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceUpload.class);

    private final Path folder;
    private final StoredFiles files;
    private final Set<Path> done = new HashSet<>();
    private boolean ended;

    /** @param folder that need not be there */
    public ResourceUpload(Path folder, StoredFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Uploads what is left to upload.
     *
     * @throws Outage when the storage does not do its part; the next call goes on from there
     * @throws UncheckedIOException when the folder cannot be read; the next call tries again
     */
    public void run(Deadline deadline) {
        if (ended) {
            return;
        }
        for (Path file : found()) {
            if (!done.contains(file)) {
                upload(file, deadline);
                done.add(file);
            }
        }
        ended = true;
        if (!done.isEmpty()) {
            LOG.info("the static resources are uploaded: {}", done.size());
        }
    }

    private List<Path> found() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            Path home = folder.toRealPath();
            try (Stream<Path> all = Files.walk(home)) {
                return all.filter(Files::isRegularFile)
                        .filter(path -> isInSight(home.relativize(path)) && isWithin(home, path))
                        .map(path -> folder.resolve(home.relativize(path)))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private void upload(Path file, Deadline deadline) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        try {
            if (Files.size(file) > StoredFiles.LARGEST) {
                LOG.warn("a static resource is larger than 16 MiB and stays here: {}", relative);
                return;
            }
            files.write(new FileName(relative), MediaTypes.of(relative), Files.readAllBytes(file), deadline);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a static resource cannot be uploaded: {}", relative);
        }
    }
}
