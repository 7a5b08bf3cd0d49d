package io.github.auraauth.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents promise by their form. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern MODULE_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
    private static final List<String> FIRST_EIGHT = List.of(
            "auth-domain",
            "auth-ports",
            "adapter-mongo",
            "adapter-redis",
            "adapter-http",
            "adapter-directline",
            "app",
            "docs");

    @Test
    void readme_asAWhole_isUnder150Lines() throws IOException {
        assertThat(Documents.lines("README.md")).isLessThan(150);
    }

    @Test
    void contributing_asAWhole_isUnder60Lines() throws IOException {
        assertThat(Documents.lines("CONTRIBUTING.md")).isLessThan(60);
    }

    @Test
    void readme_firstCommands_areRunAndTest() throws IOException {
        List<String> commands = Documents.text("README.md")
                .lines()
                .filter(line -> line.startsWith("./aura ") || line.startsWith("$ ./aura "))
                .map(line -> line.replaceFirst("^\\$ ", ""))
                .toList();
        assertThat(commands).startsWith("./aura run", "./aura test");
    }

    @Test
    void readme_moduleTable_beginsWithTheEightFirstNamed() throws IOException {
        List<String> modules = MODULE_ROW
                .matcher(Documents.text("README.md"))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(modules).startsWith(FIRST_EIGHT.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_everyLink_leadsToAFile(Path document) throws IOException {
        Stream<Path> targets = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> document.resolveSibling(link.group(1)).normalize());
        assertThat(targets).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decision_asAWhole_hasItsPartsInOrder(Path decision) throws IOException {
        assertThat(decision.getFileName().toString()).matches("\\d{4}-[a-z0-9]+(-[a-z0-9]+)+\\.md");
        assertThat(Files.readString(decision))
                .startsWith("# " + decision.getFileName().toString().substring(0, 4) + ". ")
                .containsSubsequence(
                        "- Date: ", "- Status: ", "## Context", "## Decision", "## Consequences", "## Enforced by");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decision_namedTests_exist(Path decision) throws IOException {
        String rules = allRules();
        String enforced = Files.readString(decision).split("## Enforced by")[1];
        Stream<String> names = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`")
                .matcher(enforced)
                .results()
                .map(MatchResult::group);
        assertThat(names).allMatch(name -> rules.contains(" " + name.replace("`", "") + "("));
    }

    @Test
    void configuration_tablesOfVariables_areTheProgramsOwn() throws IOException {
        assertThat(Documents.text("docs/configuration.md").lines().filter(line -> line.matches("\\| `[A-Z_]{4,}` .*")))
                .containsExactlyInAnyOrderElementsOf(VariableTable.rows());
    }

    @Test
    void configuration_variablesOfOthers_leadToSectionsThatSpeakOfThem() throws IOException {
        List<MatchResult> rows = Pattern.compile("(?m)^\\| `([A-Z_]+)…?`.* \\|.*\\(operations\\.md#([a-z-]+)\\)")
                .matcher(Documents.text("docs/configuration.md").split("## Variables of others")[1])
                .results()
                .toList();
        assertThat(rows).hasSize(2);
        for (MatchResult row : rows) {
            String heading = "\n(?i:## " + row.group(2).replace('-', ' ') + ")\n";
            String section = Documents.text("docs/operations.md")
                    .replace("###", "##")
                    .split(heading)[1]
                    .split("\n## ")[0];
            assertThat(section).as(row.group(2)).contains('`' + row.group(1));
        }
    }

    @Test
    void writingAnAdapter_tableOfKits_hasEveryOutboundPortAndItsKit() throws IOException {
        Path ports = Documents.root().resolve("auth-ports/src/main/java/io/github/auraauth/port/out");
        Path kits = Documents.root().resolve("auth-testkit/src/main/java/io/github/auraauth/testkit");
        List<String> rows = Documents.text("docs/writing-an-adapter.md")
                .lines()
                .filter(line -> line.matches("\\| `\\w+` \\| `\\w+Contract` \\| .* \\|"))
                .toList();
        Map<String, String> features = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ports)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.readString(file).contains("\npublic interface ")) {
                    features.put(
                            file.getFileName().toString().replace(".java", ""),
                            ports.relativize(file).getParent().toString());
                }
            }
        }
        assertThat(rows).extracting(row -> row.split("`")[1]).containsExactlyInAnyOrderElementsOf(features.keySet());
        for (String row : rows) {
            String port = row.split("`")[1];
            assertThat(row).contains("`" + port + "Contract`");
            String kit = Files.readString(kits.resolve(Objects.requireNonNull(features.get(port), port))
                    .resolve(port + "Contract.java"));
            assertThat(kit.matches("(?s).*extends (OutageContract|\\w+StoreFixture|UserStoreReadWriteTests).*"))
                    .as("%s asks what comes of a backend that is away", port)
                    .isEqualTo(!row.endsWith("| has none |"));
        }
    }

    @Test
    void writingAnAdapter_tableOfKits_isWhatTheTestkitHas() throws IOException {
        Path kits = Documents.root().resolve("auth-testkit/src/main/java");
        try (Stream<Path> files = Files.walk(kits)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.java") && !name.equals("OutageContract.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(Documents.text("docs/writing-an-adapter.md")
                            .lines()
                            .filter(line -> line.matches("\\| `\\w+` \\| `\\w+Contract` \\|.*"))
                            .map(line -> line.split("`")[3]))
                    .containsExactlyInAnyOrderElementsOf(there);
        }
    }

    /** Of each port whose Javadoc, or whose store, says that something lies there enciphered. */
    @Test
    void writingAnAdapter_whatIsEnciphered_namesPortsThatThereAre() throws IOException {
        String section = Documents.text("docs/writing-an-adapter.md")
                .split("## Encipher what lies at rest")[1]
                .split("\n## ")[0];
        List<String> ports = section.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`(\\w+)`")
                        .matcher(line.split("\\|")[1])
                        .results()
                        .map(found -> found.group(1)))
                .toList();
        try (Stream<Path> files = Files.walk(Documents.root().resolve("auth-ports/src/main/java"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(ports);
        }
        assertThat(ports).hasSizeGreaterThan(10);
    }

    @Test
    void embedding_pomOfTheWalk_isTheOneThatIsBuilt() throws IOException {
        assertThat(Documents.text("docs/embedding.md"))
                .contains("```xml\n" + Documents.text("app/src/test/maven/walk/pom.xml") + "```\n");
    }

    @Test
    void license_ofTheRepository_isTheOneThatThePomNames() throws IOException {
        assertThat(Documents.text("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        assertThat(Documents.text("pom.xml"))
                .containsSubsequence("<license>", "<name>Apache-2.0</name>", "<developer>", "<scm ");
    }

    static List<Path> documents() throws IOException {
        return Documents.all();
    }

    static List<Path> decisions() throws IOException {
        return Documents.all().stream()
                .filter(path -> path.getParent().endsWith("adr"))
                .toList();
    }

    private static String allRules() throws IOException {
        Path folder = Documents.root().resolve("app/src/test/java/io/github/auraauth/app/architecture");
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Rules.java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
