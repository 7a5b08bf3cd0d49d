package io.github.auraauth.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.User;
import io.github.auraauth.testkit.simulation.Schedules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the documents is made of marked regions of a file that is compiled, word for word. */
class ExamplesTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?s)(<!-- example: ([\\w/-]+) (\\w+) -->\\n)?```java\\n(.*?)```");

    @ParameterizedTest
    @MethodSource("documents")
    void document_everyJavaBlock_isTheCompiledRegion(Path document) throws IOException {
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(document)).results().toList();
        for (MatchResult block : blocks) {
            assertThat(block.group(1))
                    .as("the marker before %s", block.group(4))
                    .isNotNull();
            assertThat(block.group(4)).isEqualTo(region(block.group(2), block.group(3)));
        }
    }

    @Test
    void contributingAFeature_itsYamlBlock_isTheTestedDefinition() throws IOException {
        List<String> lines =
                Files.readAllLines(Documents.root().resolve("app/src/test/resources/openapi-reminders.yaml"));
        List<String> operation =
                lines.subList(lines.indexOf("    # example: operation") + 1, lines.indexOf("    # end"));
        assertThat(Documents.text("docs/contributing-a-feature.md"))
                .contains("```yaml\n" + String.join("\n", operation).stripIndent() + "\n```\n");
    }

    @Test
    void documents_ofEmbeddersAndAdapters_holdJavaBlocks() throws IOException {
        for (String name : List.of(
                "README.md", "docs/embedding.md", "docs/writing-an-adapter.md", "docs/contributing-a-feature.md")) {
            assertThat(Files.readString(Documents.root().resolve(name))).contains("```java");
        }
    }

    @Test
    void readme_example_letsAGoodKeyIn() {
        assertThat(ReadmeExample.run()).isEqualTo("welcome, [kernel]");
    }

    @Test
    void simulation_example_keepsItsPromise() {
        Schedules.hold("registrations", 100, simulation -> new SimulationExample().play(simulation));
    }

    @Test
    void embedding_example_givesTheRegisteredUserBack() {
        assertThat(new EmbeddingExample().registerAndRead())
                .map(User::registration)
                .map(registration -> registration.authentication().identifier())
                .contains("ada@example.org");
    }

    static List<Path> documents() throws IOException {
        return Documents.all();
    }

    /** The lines between each marker of that name and its end, as far left as they go. */
    private static String region(String file, String name) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(source(file))) {
            boolean ends = line.strip().equals("// end");
            if (inside && !ends) {
                lines.add(line);
            } else if (inside) {
                text.append(String.join("\n", lines).stripIndent()).append('\n');
                lines.clear();
            }
            inside = line.strip().equals("// example: " + name) || inside && !ends;
        }
        return text.toString();
    }

    /** Beside this one, or in a project of its own, which a deep test compiles and runs. */
    private static Path source(String file) {
        Path apart = Documents.root().resolve("app/src/test/maven/" + file + ".java");
        return Files.exists(apart)
                ? apart
                : Documents.root().resolve("app/src/test/java/io/github/auraauth/app/docs/" + file + ".java");
    }
}
