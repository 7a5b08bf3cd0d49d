package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path home;

    @Test
    void completion_inBash_completesCommandsAndOptions() throws Exception {
        Terminal terminal = new Terminal(home, Map.of());
        assertThat(terminal.run("completion")).isZero();
        Path script = Files.writeString(home.resolve("completion"), terminal.out());

        assertThat(completed(script, "aura", "us")).contains("users");
        assertThat(completed(script, "aura", "apikey", "revo")).contains("revoke");
        assertThat(completed(script, "aura", "config", "print", "--js")).contains("--json");
    }

    private static String completed(Path script, String... words) throws Exception {
        String line = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_aura; echo \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
