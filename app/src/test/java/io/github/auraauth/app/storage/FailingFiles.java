package io.github.auraauth.app.storage;

import io.github.auraauth.adapter.memory.InMemoryStoredFiles;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Files in memory that fail when they are told to, and note what is asked of them. */
final class FailingFiles implements StoredFiles {
    final List<String> calls = new ArrayList<>();
    private final StoredFiles files = new InMemoryStoredFiles();
    private final Set<FileName> away = new HashSet<>();
    private Predicate<String> failing = call -> false;

    /** Calls such as {@code read es-es.json} that end in an outage from now on. */
    void fail(Predicate<String> calls) {
        failing = calls;
    }

    void put(String name, String text) {
        files.write(new FileName(name), "application/json", text.getBytes(StandardCharsets.UTF_8), soon());
    }

    /** The file is not there from now on. */
    void takeAway(String name) {
        away.add(new FileName(name));
    }

    /** All files are there again. */
    void bringBack() {
        away.clear();
    }

    /** Text of a file; empty when there is none. */
    Optional<String> text(String name) {
        return files.read(new FileName(name), LARGEST_READ, soon())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }

    @Override
    public List<Listed> list(Deadline deadline) {
        note("list");
        return files.list(deadline).stream()
                .filter(file -> !away.contains(file.name()))
                .toList();
    }

    @Override
    public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
        note("read " + name);
        return away.contains(name) ? Optional.empty() : files.read(name, most, deadline);
    }

    @Override
    public void write(FileName name, String mediaType, byte[] bytes, Deadline deadline) {
        note("write " + name + " " + mediaType);
        files.write(name, mediaType, bytes, deadline);
    }

    private void note(String call) {
        calls.add(call);
        if (failing.test(call)) {
            throw new Outage.UpstreamFailed("storage");
        }
    }
}
