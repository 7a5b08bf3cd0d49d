package io.github.auraauth.app.acceptance;

import io.github.auraauth.adapter.redis.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the processes that tests start, and an archive of the classes that they load, which spares each start
 * about a quarter of its work. The JVM archives no class of a directory, so directories are packed first. What is made is
 * used by all processes that test until a class changes. Where the JVM makes no archive, processes start without.
 */
final class SharedClasses {
    private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
    private static final List<String> ARGUMENTS = make();

    private SharedClasses() {}

    /** What a command line of {@code java} says of classes. */
    static List<String> arguments() {
        return ARGUMENTS;
    }

    /** Puts the signing key of the server that ran once into a new data folder: to make one takes most of a start. */
    static void giveSigningKey(Path data) throws IOException {
        try (Stream<Path> made = Files.find(FOLDER, 3, (path, is) -> path.endsWith(Path.of("data", "signing-key")))) {
            Path key = made.findFirst().orElseThrow();
            if (!Files.exists(data)) {
                Files.createDirectory(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.copy(key, data.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<String> make() {
        List<Path> given = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel channel =
                    FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until it is closed
                return make(given, FOLDER.resolve(PackedClasses.version(given)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> make(List<Path> given, Path folder) throws IOException {
        Path archive = folder.resolve("classes.jsa");
        Path made = folder.resolve("made");
        List<Path> packed = new ArrayList<>();
        for (Path each : given) {
            packed.add(Files.isDirectory(each) ? folder.resolve(packed.size() + ".jar") : each);
        }
        String path = packed.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        if (!Files.exists(made)) {
            removeFormer();
            Files.createDirectories(folder);
            for (int i = 0; i < given.size(); i++) {
                if (Files.isDirectory(given.get(i))) {
                    PackedClasses.pack(given.get(i), packed.get(i));
                }
            }
            runOnce(folder, archive, path);
            Files.createFile(made);
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-cp", path) : List.of("-cp", path);
    }

    private static void removeFormer() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(FOLDER) && !each.endsWith("lock")) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Starts a server that plays all that it calls, and ends it; at its end the JVM archives what was loaded. */
    private static void runOnce(Path folder, Path archive, String path) throws IOException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        path,
                        "io.github.auraauth.app.Main",
                        "run",
                        "--with-fakes",
                        "--print-sample")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(DEV_)?AURA_.*|TAC_.*|AUTH_TOKENS.*"));
        builder.environment().putAll(Servers.embedded());
        builder.environment()
                .putAll(Map.of(
                        "AURA_SERVICE_PORT", "0",
                        "TAC_PORT", "0",
                        "AURA_DATA_FOLDER", folder.resolve("data").toString(),
                        // nothing listens there; the client is loaded all the same
                        "AURA_REDIS_MODE", "SINGLE",
                        "AURA_REDIS_HOSTS", "127.0.0.1:" + FreePorts.next()));
        Process process = builder.start();
        try {
            while (process.isAlive() && !Files.readString(log).contains("/api/v1/me -u")) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
