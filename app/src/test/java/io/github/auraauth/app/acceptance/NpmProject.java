package io.github.auraauth.app.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder of {@code src/test/npm}, copied elsewhere and with what it needs installed there. */
final class NpmProject {
    private static final long MINUTES = 10;

    private final Path folder;

    private NpmProject(Path folder) {
        this.folder = folder;
    }

    /** @param name of the folder beside this module's other tests */
    static NpmProject install(String name, Path copy) {
        try (Stream<Path> files = Files.list(Path.of("src/test/npm", name))) {
            Files.createDirectories(copy);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NpmProject project = new NpmProject(copy);
        project.run(Map.of(), List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock"));
        return project;
    }

    /** Runs one of its scripts to its end and gives what it wrote; fails with that where the script does. */
    String node(Map<String, String> environment, List<String> arguments) {
        return run(
                environment,
                Stream.concat(Stream.of("node"), arguments.stream()).toList());
    }

    /** Starts one of its scripts, which runs until it is closed. */
    Running start(Map<String, String> environment, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("node"), arguments.stream()).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().putAll(environment);
        return new Running(start(builder));
    }

    private String run(Map<String, String> environment, List<String> command) {
        File output = folder.resolve("output.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            Process process = start(builder);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + MINUTES + " minutes");
            }
            String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("node and npm are needed: apt-get install nodejs npm", e);
        }
    }

    /** A script that runs. */
    record Running(Process process) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
