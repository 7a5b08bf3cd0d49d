package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Runs a command in a folder, with these variables beside those of the test. */
    static FinishedProcess run(Path folder, Map<String, String> environment, List<String> command) {
        return run(folder, environment, command, PATIENCE);
    }

    /** The same for what takes longer than others. */
    static FinishedProcess run(Path folder, Map<String, String> environment, List<String> command, Duration patience) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(DEV_)?AURA_.*|TAC_.*|AUTH_TOKENS.*"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + patience.toMinutes() + " minutes");
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
        List<String> program = new ArrayList<>(flags);
        program.addAll(SharedClasses.arguments());
        program.add("io.github.auraauth.app.Main");
        return java(serverFolder, environment, program, arguments);
    }

    /** Runs a command of another release, from its jar. */
    static FinishedProcess jar(Path jar, Path serverFolder, Map<String, String> environment, List<String> arguments) {
        return java(serverFolder, environment, List.of("-jar", jar.toString()), arguments);
    }

    private static FinishedProcess java(
            Path serverFolder, Map<String, String> environment, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program);
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
