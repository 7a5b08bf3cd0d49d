package io.github.auraauth.adapter.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server's folder, which goes with it. */
record TemporaryFolder(Path path) {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("redis-test-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(String name) {
        return Files.exists(path.resolve(name));
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes it with all that is in it; does nothing when it is gone. */
    void delete() {
        try (Stream<Path> content = Files.walk(path)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException gone) {
            // somebody was faster
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
