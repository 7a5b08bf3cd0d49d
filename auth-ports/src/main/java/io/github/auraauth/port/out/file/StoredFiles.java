package io.github.auraauth.port.out.file;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * Small files in one place of the operator's storage: a container, below a prefix. Others write there too. Safe for
 * use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface StoredFiles {
    /** Most bytes that a file may have to be written: 16 MiB. */
    int LARGEST = 16 * 1024 * 1024;

    /** Most bytes that can be read of a file: 1 MiB. */
    int LARGEST_READ = 1024 * 1024;

    /** Most files that a place may hold to be listed. */
    int MOST_LISTED = 5_000;

    /**
     * All files that lie in the place itself; not those in folders of it.
     *
     * @throws Outage when there are more than {@link #MOST_LISTED}, or the storage does not come to an end
     */
    List<Listed> list(Deadline deadline);

    /**
     * The beginning of a file; empty when there is no such file. A place that is not there is an {@link Outage}.
     *
     * @param most bytes that are wanted, 1 to {@link #LARGEST_READ}; what follows is left
     */
    Optional<byte[]> read(FileName name, int most, Deadline deadline);

    /**
     * Writes the whole file, durable when it returns, in the place of one of that name. Of two at once either may last.
     *
     * @param mediaType what a browser that asks for it is told
     * @param bytes at most {@link #LARGEST}
     */
    void write(FileName name, String mediaType, byte[] bytes, Deadline deadline);

    /**
     * A file that is there.
     *
     * @param version opaque; another one after each write of other bytes
     */
    record Listed(FileName name, String version) {}
}
