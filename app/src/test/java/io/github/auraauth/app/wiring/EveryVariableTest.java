package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.wiring.VariableRows.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable of the catalogue, set to a value that is not its default, acts where it is to act. */
class EveryVariableTest {
    private static final List<String> CATALOGUE = catalogue();

    /** One for all, since servers end in their own time. */
    @TempDir
    private static Path home;

    @AfterAll
    static void awaitEnds() {
        Served.awaitEnds();
    }

    @Test
    void rows_allTogether_areTheVariablesOfTheCatalogue() {
        assertThat(rows().map(Row::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.stream().map(line -> line.split("\t", -1)[0]).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void variable_setToAnotherValue_arrivesWhereItActs(Row row) throws IOException {
        row.prepare(home);
        Map<String, String> without = environment(row);
        Map<String, String> with = environment(row);
        with.put(row.name(), row.value(home));
        assertThat(observed(row, with)).as("%s=%s", row.name(), row.value(home)).isEqualTo(row.expected(home));
        assertThat(observed(row, without)).as("%s unset", row.name()).isNotEqualTo(row.expected(home));
    }

    @ParameterizedTest
    @MethodSource("unused")
    void variable_withoutEffect_isSaidToBeSoInTheDocumentsAndInTheLog(String name) throws Exception {
        String effect = cells(name)[7];
        Path document = root().resolve("docs/configuration.md");
        assertThat(Files.readString(document).lines().filter(line -> line.startsWith("| `" + name + "` |")))
                .singleElement()
                .asString()
                .contains("(" + effect + ")");
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        environment.put(name, valueFor(name));
        assertThat(Arrived.from(environment, home).configuration().notices()).contains(name + " is set, but " + effect);
    }

    /** What the form of a number allows, the adapter that gets it must take. */
    @ParameterizedTest
    @MethodSource("numbers")
    void number_leastAndGreatest_areTakenByWhoeverGetsThem(String name) throws Exception {
        String[] bounds = cells(name)[6].split(" ")[1].split("\\.\\.", 2);
        for (String bound : bounds) {
            Map<String, String> environment = new HashMap<>(VariableRows.BASE);
            environment.put("AURA_REDIS_HOSTS", "127.0.0.1:1");
            environment.put("AURA_REDIS_MODE", "SINGLE");
            environment.put("AURA_REDIS_USE_CONNECTION_POOL", "true");
            environment.put(name, bound);
            Optional<Arrived> arrived = arrived(environment);
            arrived.ifPresent(each ->
                    assertThatCode(each::buildAll).as("%s=%s", name, bound).doesNotThrowAnyException());
        }
    }

    static Stream<Row> rows() {
        return VariableRows.all();
    }

    static Stream<String> unused() {
        return CATALOGUE.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[7].isEmpty())
                .map(cells -> cells[0]);
    }

    static Stream<String> numbers() {
        return CATALOGUE.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[6].startsWith("number "))
                .map(cells -> cells[0]);
    }

    /** With a data folder of its own, since what is stored there by one is not for the next. */
    private static Map<String, String> environment(Row row) {
        String folder = home.resolve("data-" + UUID.randomUUID()).toString();
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        row.beside().forEach((name, value) -> environment.put(name, value.replace("<home>", folder)));
        return environment;
    }

    private Object observed(Row row, Map<String, String> environment) {
        return arrived(environment).<Object>map(row::observe).orElse(VariableRows.REFUSED);
    }

    /** Empty when the program would not start, since two values do not go together. */
    private Optional<Arrived> arrived(Map<String, String> environment) {
        try {
            return Optional.of(Arrived.from(environment, home));
        } catch (ConfigurationException refused) {
            return Optional.empty();
        }
    }

    private static String valueFor(String name) {
        return VariableRows.all()
                .filter(row -> row.name().equals(name))
                .map(row -> row.value(Path.of("")))
                .findFirst()
                .orElseThrow();
    }

    private static String[] cells(String name) {
        return CATALOGUE.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> catalogue() {
        try (var in = ConfigurationReader.class.getResourceAsStream("variable/variables.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("auth-domain"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
