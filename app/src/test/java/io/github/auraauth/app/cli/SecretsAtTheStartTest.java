package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.config.ConfigurationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start that fails over a secret says which one, and never what it is. */
class SecretsAtTheStartTest {
    private static final String CANARY = "canary-of-a-secret";

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("secrets")
    void run_badSecret_isRefusedWithoutShowingIt(String name) throws IOException {
        for (String bad : List.of(CANARY + ",,", "mongodb://user:" + CANARY + "@:x/", "APIKEY\t%%" + CANARY)) {
            Path file = Files.writeString(home.resolve("secret"), bad);
            for (Map<String, String> environment : List.of(
                    Map.of("AURA_SERVICE_ENVIRONMENT", "PRO", name, bad),
                    Map.of("AURA_SERVICE_ENVIRONMENT", "PRO", name + "_FILE", file.toString()))) {
                for (String[] command : List.of(new String[] {"run"}, new String[] {"config", "print"})) {
                    Terminal terminal = new Terminal(home, environment);
                    terminal.run(command);
                    assertThat(terminal.out() + terminal.err())
                            .as("%s over %s", command[0], name)
                            .isNotEmpty()
                            .doesNotContain(CANARY);
                }
            }
        }
    }

    static Stream<String> secrets() throws IOException {
        try (var in = ConfigurationReader.class.getResourceAsStream("variable/variables.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[4].equals("yes"))
                    .map(cells -> cells[0]);
        }
    }
}
