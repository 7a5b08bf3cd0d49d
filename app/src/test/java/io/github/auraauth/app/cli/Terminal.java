package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ProcessContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Runs commands as a shell would and holds what they print. */
final class Terminal {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path home;
    private final Map<String, String> environment;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    Terminal(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    Terminal at(Instant time) {
        clock = Clock.fixed(time, ZoneOffset.UTC);
        return this;
    }

    /** For commands that wait for something, which a standing clock would make wait for ever. */
    Terminal withRunningClock() {
        clock = Clock.systemUTC();
        return this;
    }

    Terminal typing(String text) {
        input = text;
        return this;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        var streams = new ProcessContext.Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new CommandLineInterface(
                        new ProcessContext(environment, home, "1.2.3", streams, clock, new SecureRandom()))
                .execute(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String lastLine() {
        List<String> lines = out().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
