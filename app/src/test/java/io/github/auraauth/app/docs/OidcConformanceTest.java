package io.github.auraauth.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of the provider's conformance promises: a test for each demand, and a script that tells how to be judged. */
class OidcConformanceTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final List<String> SPECIFICATIONS = List.of(
            "OpenID Connect Core 1.0",
            "OpenID Connect Discovery 1.0",
            "OpenID Connect RP-Initiated Logout 1.0",
            "OpenID Connect Back-Channel Logout 1.0",
            "OAuth 2.0 Form Post Response Mode",
            "RFC 6749",
            "RFC 6750",
            "RFC 7009",
            "RFC 7523",
            "RFC 7636",
            "RFC 7662",
            "RFC 8414",
            "RFC 9207",
            "RFC 9700");

    @Test
    void demands_ofEverySpecification_areThere() throws IOException {
        assertThat(HEADING.matcher(page()).results().map(heading -> heading.group(1)))
                .containsSubsequence(SPECIFICATIONS);
    }

    @Test
    void demands_eachOfThem_isHeldByATestThatExists() throws IOException {
        List<String> rows =
                page().lines().filter(line -> line.matches("\\| \\d.*")).toList();
        Map<String, String> tests = tests();

        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            List<MatchResult> named = NAMED.matcher(row).results().toList();
            assertThat(named).as(row).isNotEmpty();
            for (MatchResult test : named) {
                assertThat(tests.getOrDefault(test.group(1), "")).as(row).contains(" void " + test.group(2) + "(");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "plan-backchannel"})
    void script_forAPlan_printsItsConfiguration(String part) throws IOException, InterruptedException {
        JsonNode plan = new ObjectMapper()
                .readTree(run(part, "--issuer", "https://op.example/oidc", "--user", "ana", "--alias", "trial"));

        assertThat(plan.at("/server/discoveryUrl").asText())
                .isEqualTo("https://op.example/oidc/.well-known/openid-configuration");
        assertThat(plan.at("/client/client_id").asText()).startsWith("trial-");
        assertThat(plan.at("/browser/0/match").asText()).isEqualTo("https://op.example/oidc/authorize*");
        assertThat(run("clients", "--alias", "trial"))
                .contains("--client-id " + plan.at("/client/client_id").asText() + " ");
    }

    private static String page() throws IOException {
        return Documents.text("docs/oidc-conformance.md");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        Path script = Documents.root().resolve("docs/oidc-conformance.sh");
        Process process = new ProcessBuilder(Stream.concat(Stream.of("bash", script.toString()), Stream.of(arguments))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    /** The text of each file with tests, by its class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> modules = Files.list(Documents.root())) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                boolean kit = module.endsWith("auth-testkit");
                Path sources = module.resolve(kit ? "src/main/java" : "src/test/java");
                try (Stream<Path> files = Files.isDirectory(sources) ? Files.walk(sources) : Stream.empty()) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        tests.merge(
                                file.getFileName().toString().replace(".java", ""),
                                Files.readString(file),
                                String::concat);
                    }
                }
            }
        }
        return tests;
    }
}
