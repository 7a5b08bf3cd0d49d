package io.github.auraauth.usecase.file;

import io.github.auraauth.domain.file.FileName;
import java.util.List;
import java.util.Optional;

/** A folder of this machine with files that are meant for the operator's storage. Used by one thread. */
public interface LocalFolder {
    /**
     * The files in it and in its folders, as they are to be named; none where there is no folder.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    List<FileName> files();

    /** A file's bytes; empty where it cannot be read or is too large to be stored, of which it tells the operator. */
    Optional<byte[]> read(FileName name);
}
