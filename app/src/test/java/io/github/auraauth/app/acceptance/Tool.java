package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of others that a file is for.
 *
 * @param path of the program
 */
record Tool(Path path) {
    private static final long MINUTES = 5;

    /**
     * Finds it on the path, among what only root has on it, or where Go and pipx install; fails with the remedy where it is missing.
     *
     * @param remedy the command that installs it
     */
    static Tool find(String name, String remedy) {
        String home = System.getProperty("user.home");
        List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(":", -1)));
        folders.addAll(List.of("/usr/sbin", "/sbin", home + "/go/bin", home + "/.local/bin"));
        return folders.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() -> new AssertionError("no " + name + "; " + remedy));
    }

    /** What it writes in that folder, both streams; fails with that where it does not end well. */
    String run(Path folder, String... arguments) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            List<String> command = Stream.concat(Stream.of(path.toString()), Stream.of(arguments))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + MINUTES + " minutes");
            }
            String written = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + written);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
