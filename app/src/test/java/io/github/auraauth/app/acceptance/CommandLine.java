package io.github.auraauth.app.acceptance;

import io.github.auraauth.app.cli.CommandLineInterface;
import io.github.auraauth.app.cli.command.ProcessContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An operator at the command line beside running servers. */
final class CommandLine {
    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder of the server, where its data lies */
    CommandLine(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.put("AURA_DATA_FOLDER", folder.resolve("data").toString());
    }

    /** What the command printed last; it must succeed. */
    String run(String typed, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = execute(typed, out, err, arguments);
        if (status != 0) {
            throw new AssertionError(List.of(arguments) + " ended with " + status + ": " + err);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** All that a command printed; it must end with that status. */
    String ending(int status, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ended = execute("", out, err, arguments);
        if (ended != status) {
            throw new AssertionError(List.of(arguments) + " ended with " + ended + ": " + out + err);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private int execute(String typed, ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
        var streams = new ProcessContext.Streams(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new CommandLineInterface(
                        new ProcessContext(environment, folder, "test", streams, Clock.systemUTC(), new SecureRandom()))
                .execute(arguments);
    }
}
