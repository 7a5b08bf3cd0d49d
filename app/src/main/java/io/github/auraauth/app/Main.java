package io.github.auraauth.app;

import io.github.auraauth.app.cli.CommandLineInterface;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.logging.Logging;
import io.github.auraauth.domain.secret.Secret;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** The program's entry: the one place that asks the process for its context. */
public final class Main {
    private Main() {}

    /** Runs a command and ends with its status. */
    public static void main(String[] arguments) {
        int status = new CommandLineInterface(context()).execute(arguments);
        Logging.close();
        System.exit(status);
    }

    private static ProcessContext context() {
        return new ProcessContext(
                System.getenv(),
                Path.of(System.getProperty("aura.home", "")).toAbsolutePath(),
                version(),
                new ProcessContext.Streams(
                        System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), isTerminal(), Main::ask),
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Names may hold any letter, whatever the locale says. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Without an echo. */
    private static Optional<Secret> ask(String question) {
        return Optional.ofNullable(System.console())
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s", question)))
                .map(typed -> Secret.ofText(new String(typed)));
    }

    /** The launcher sees whether standard output is a terminal; the JVM before 22 only whether both streams are. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("aura.terminal");
    }

    private static String version() {
        try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
