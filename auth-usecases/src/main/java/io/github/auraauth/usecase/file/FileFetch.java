package io.github.auraauth.usecase.file;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.util.Optional;

/** Fetches a file out of the operator's storage, once. For use by one thread. */
public final class FileFetch {
    private final StoredFiles files;
    private final FileName name;
    private final int most;
    private boolean settled;

    /** @param most bytes that are read of it */
    public FileFetch(StoredFiles files, FileName name, int most) {
        this.files = requireNonNull(files, "files");
        this.name = requireNonNull(name, "name");
        this.most = most;
    }

    /** Whether it has been fetched, so that {@link #fetch} asks for nothing any more. */
    public boolean isSettled() {
        return settled;
    }

    /**
     * The file, once; empty while it is not there, which may change, and when it has been fetched.
     *
     * @throws Outage when the storage does not do its part
     */
    public Optional<byte[]> fetch(Deadline deadline) {
        if (settled) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = files.read(name, most, deadline);
        settled = bytes.isPresent();
        return bytes;
    }
}
