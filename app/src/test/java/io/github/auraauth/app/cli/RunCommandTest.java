package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRO", "pro"})
    void run_withFakesOutsideDevelopment_isRefusedBeforeAnythingElse(String kind) {
        Terminal terminal = new Terminal(home, Map.of("AURA_SERVICE_ENVIRONMENT", kind));

        assertThat(terminal.run("run", "--with-fakes")).isEqualTo(78);

        assertThat(terminal.err().lines()).singleElement().asString().contains("--with-fakes", "DEV");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void run_withFakesAndABadConfiguration_endsWithItsStatus() {
        Terminal terminal = new Terminal(home, Map.of("AURA_LOGGING_LEVEL", "LOUD"));

        assertThat(terminal.run("run", "--with-fakes")).isEqualTo(78);

        assertThat(terminal.err()).contains("AURA_LOGGING_LEVEL");
    }
}
