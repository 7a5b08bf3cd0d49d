package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that has come to its end.
 *
 * @param output all that it wrote, both streams
 */
record FinishedProcess(int status, String output) {
    private static final long MINUTES = 5;

    /** Runs a command in a folder, with these variables beside those of the test. */
    static FinishedProcess run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(DEV_)?AURA_.*|TAC_.*|AUTH_TOKENS.*"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + MINUTES + " minutes");
            }
            return new FinishedProcess(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a command of ours beside a server, in a process of its own. */
    static FinishedProcess aura(Path serverFolder, Map<String, String> environment, List<String> arguments) {
        return aura(serverFolder, environment, List.of(), arguments);
    }

    /** The same with further flags of the Java that it runs on. */
    static FinishedProcess aura(
            Path serverFolder, Map<String, String> environment, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(SharedClasses.arguments());
        command.add("io.github.auraauth.app.Main");
        command.addAll(arguments);
        var variables = new java.util.HashMap<>(environment);
        variables.put("AURA_DATA_FOLDER", serverFolder.resolve("data").toString());
        return run(serverFolder, variables, command);
    }

    /** What it wrote; fails with that where the program did. */
    String succeeded() {
        if (status != 0) {
            throw new AssertionError("it ended with " + status + ":\n" + output);
        }
        return output;
    }
}
