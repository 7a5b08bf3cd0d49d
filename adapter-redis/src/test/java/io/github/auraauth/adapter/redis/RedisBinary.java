package io.github.auraauth.adapter.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * The {@code redis-server} that tests start: the one on the path, else the one that a Maven package carries for this
 * machine, so that nothing needs to be installed.
 */
final class RedisBinary {
    private static final String NAME = "redis-server";
    private static final String FILE = find();

    private RedisBinary() {}

    /** Its file; it also works as a sentinel. */
    static String file() {
        return FILE;
    }

    private static String find() {
        return onPath().map(Path::toString).orElseGet(RedisBinary::packaged);
    }

    private static Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String packaged() {
        TemporaryFolder folder = TemporaryFolder.create();
        Runtime.getRuntime().addShutdownHook(new Thread(folder::delete));
        try {
            return ExecutableProvider.newJarResourceProvider(folder.path().toFile())
                    .get()
                    .getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no redis-server on the path, and none is packaged for this machine", e);
        }
    }
}
