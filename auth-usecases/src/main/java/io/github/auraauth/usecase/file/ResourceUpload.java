package io.github.auraauth.usecase.file;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.file.MediaTypes;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Brings the static resources of this machine to the operator's storage, once. For use by one thread. */
public final class ResourceUpload {
    private final LocalFolder folder;
    private final StoredFiles files;
    private final Set<FileName> done = new HashSet<>();
    private boolean ended;

    public ResourceUpload(LocalFolder folder, StoredFiles files) {
        this.folder = requireNonNull(folder, "folder");
        this.files = requireNonNull(files, "files");
    }

    /**
     * Uploads what is left to upload; a call that does not end is to be followed by another, which goes on from there.
     *
     * @return how many files the folder had, by the call that ends it; empty from every later one
     * @throws Outage when the storage does not do its part
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    public OptionalInt run(Deadline deadline) {
        if (ended) {
            return OptionalInt.empty();
        }
        for (FileName name : folder.files()) {
            if (!done.contains(name)) {
                folder.read(name).ifPresent(bytes -> files.write(name, MediaTypes.of(name), bytes, deadline));
                done.add(name);
            }
        }
        ended = true;
        return OptionalInt.of(done.size());
    }
}
