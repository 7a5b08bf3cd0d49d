package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.cli.command.ProcessContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    private static final ProcessContext CONTEXT = new ProcessContext(
            Map.of(),
            Path.of(""),
            "1.2.3",
            new ProcessContext.Streams(InputStream.nullInputStream(), NOWHERE, NOWHERE, false),
            Clock.systemUTC(),
            new SecureRandom());

    @Test
    void of_noCommandNamed_areAll_eachUnderItsOwnName() {
        Map<String, picocli.CommandLine> all = Commands.of(CONTEXT).getSubcommands();
        assertThat(all).containsKeys("run", "apikey", "doctor", "completion", "help");
        all.forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
        assertThat(Commands.of(CONTEXT, "help", "run").getSubcommands()).hasSameSizeAs(all);
        assertThat(Commands.of(CONTEXT, "completion").getSubcommands()).hasSameSizeAs(all);
        assertThat(Commands.of(CONTEXT, "none").getSubcommands()).hasSameSizeAs(all);
    }

    @Test
    void of_commandNamed_isThatOneAlone() {
        Commands.of(CONTEXT).getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help") && !name.equals("completion"))
                .forEach(name -> assertThat(Commands.of(CONTEXT, name, "--help").getSubcommands())
                        .containsOnlyKeys(name));
    }
}
