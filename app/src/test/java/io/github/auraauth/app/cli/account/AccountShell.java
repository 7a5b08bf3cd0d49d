package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.PasswordPrompt;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.group.GroupCommands;
import io.github.auraauth.app.cli.permission.PermissionCommands;
import io.github.auraauth.app.cli.token.TokenCommands;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs commands about accounts over played use cases and holds what they print. */
final class AccountShell {
    final PlayedAccounts accounts = new PlayedAccounts();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private String input = "";

    @Command(name = "aura")
    private static final class Aura {}

    /** At a terminal, one after the other. */
    AccountShell typing(String... answers) {
        typed.addAll(List.of(answers));
        return this;
    }

    /** On standard input. */
    AccountShell given(String text) {
        input = text;
        return this;
    }

    int run(String... arguments) throws Exception {
        out.reset();
        err.reset();
        PasswordPrompt prompt = question -> Optional.ofNullable(typed.poll()).map(Secret::ofText);
        var context = new ProcessContext(
                Map.of("USER", "operator"),
                Path.of(""),
                "1.2.3",
                new ProcessContext.Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        prompt),
                Clock.fixed(PlayedAccounts.NOW, ZoneOffset.UTC),
                new SecureRandom());
        CommandLine commands = new CommandLine(new Aura())
                .addSubcommand("account", AccountCommands.addTo(new CommandLine(new Aura()), context))
                .addSubcommand("group", GroupCommands.addTo(new CommandLine(new Aura()), context))
                .addSubcommand("permission", PermissionCommands.addTo(new CommandLine(new Aura()), context))
                .addSubcommand("token", TokenCommands.addTo(new CommandLine(new Aura()), context));
        try {
            AccountCommand command = (AccountCommand) commands.parseArgs(arguments)
                    .subcommand()
                    .subcommand()
                    .commandSpec()
                    .userObject();
            command.check();
            return command.call(
                    accounts.services(),
                    Actor.commandLine("operator"),
                    Deadline.in(Duration.ofSeconds(5), context.clock()));
        } catch (CommandLine.ParameterException wrong) {
            context.err().println(wrong.getMessage());
            return 64;
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
