package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Files in the memory of one process. */
public final class InMemoryStoredFiles implements StoredFiles {
    private final Map<String, StoredFile> files = new ConcurrentSkipListMap<>();
    private final AtomicLong writes = new AtomicLong();

    @Override
    public List<Listed> list(Deadline deadline) {
        Deadlines.check(deadline);
        List<Listed> all = files.entrySet().stream()
                .filter(file -> file.getKey().indexOf('/') < 0)
                .map(file -> new Listed(new FileName(file.getKey()), file.getValue().version))
                .toList();
        if (all.size() > MOST_LISTED) {
            throw new Outage.UpstreamFailed("files (too many files)");
        }
        return all;
    }

    @Override
    public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
        requireNonNull(name, "name");
        if (most < 1 || most > LARGEST_READ) {
            throw new IllegalArgumentException("most must be 1 to 1 MiB");
        }
        Deadlines.check(deadline);
        return Optional.ofNullable(files.get(name.text()))
                .map(file -> Arrays.copyOf(file.bytes, Math.min(most, file.bytes.length)));
    }

    @Override
    public void write(FileName name, String mediaType, byte[] bytes, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(mediaType, "mediaType");
        byte[] copy = requireNonNull(bytes, "bytes").clone();
        if (copy.length > LARGEST) {
            throw new IllegalArgumentException("bytes must be 16 MiB at most");
        }
        Deadlines.check(deadline);
        files.put(name.text(), new StoredFile(copy, Long.toString(writes.incrementAndGet())));
    }

    private static final class StoredFile {
        private final byte[] bytes;
        private final String version;

        StoredFile(byte[] bytes, String version) {
            this.bytes = bytes;
            this.version = version;
        }
    }
}
