package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that three generators make of our definitions: each of all definitions that programs call, compiled, and the one
 * of the authentication API registers and reads a user at a server.
 */
@Tag("deep")
class ClientsTest {
    private static final List<String> DEFINITIONS =
            List.of("openapi", "openapi-accounts", "openapi-kernel", "openapi-oidc", "openapi-terms");
    private static final Path RESOURCES = Path.of("..", "adapter-http", "src", "main", "resources")
            .toAbsolutePath()
            .normalize();
    private static final String GENERATOR = "openapi-generator-cli-7.25.0.jar";

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void open() throws IOException {
        server = ServerProcess.start(Files.createDirectory(folder.resolve("server")), Servers.embedded());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void openapiGenerator_forJava_makesAClientThatWorks() throws IOException {
        Path project = Files.createDirectory(folder.resolve("java"));
        run(
                project,
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                "-Dartifact=org.openapitools:openapi-generator-cli:7.25.0",
                "-DoutputDirectory=" + project);
        List<Path> sources = new ArrayList<>();
        for (String definition : DEFINITIONS) {
            String output = run(
                    project,
                    java(),
                    "-jar",
                    GENERATOR,
                    "generate",
                    "-g",
                    "java",
                    "--library",
                    "native",
                    "-i",
                    RESOURCES.resolve(definition + ".yaml").toString(),
                    "-o",
                    definition);
            assertThat(output).doesNotContain("ERROR");
            sources.add(project.resolve(definition + "/src/main/java"));
            assertThat(files(sources.get(sources.size() - 1)))
                    .extracting(file -> file.getFileName().toString())
                    .as("every body of %s has its name", definition)
                    .noneMatch(name -> name.matches("Inline.*|.*\\d{3}Response\\.java|.*Inner\\.java|.*OneOf.*"));
        }
        run(
                project.resolve("openapi"),
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                "-Dmdep.outputFile=libraries");
        String libraries = Files.readString(project.resolve("openapi/libraries"));
        for (Path each : sources) {
            List<String> command = new ArrayList<>(List.of("-cp", libraries, "-nowarn", "-d", each + "-classes"));
            files(each).forEach(file -> command.add(file.toString()));
            if (each.equals(sources.get(0))) {
                command.add(Path.of("src/test/maven/client/Call.java").toString());
            }
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)))
                    .as("javac")
                    .isZero();
        }
        String path = sources.get(0) + "-classes" + File.pathSeparator + libraries;
        assertThat(FinishedProcess.run(project, environment(), List.of(java(), "-cp", path, "Call"))
                        .succeeded())
                .contains(
                        "registered java java@example.org 2099-01-01T00:00Z",
                        "read java false",
                        "anonymous nobody true",
                        "missing 404 {\"code\":\"USER_NOT_FOUND\"");
    }

    @Test
    void openapiTypescript_forEachDefinition_makesTypesThatFit() {
        Path copy = folder.resolve("typescript");
        NpmProject project = NpmProject.install("client", copy);
        for (String definition : DEFINITIONS) {
            project.node(
                    Map.of(),
                    List.of(
                            "node_modules/openapi-typescript/bin/cli.js",
                            RESOURCES.resolve(definition + ".yaml").toString(),
                            "-o",
                            definition + ".ts"));
        }
        List<String> compile = new ArrayList<>(List.of(
                "node_modules/typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--lib",
                "es2022,dom,dom.iterable",
                "call.ts"));
        DEFINITIONS.forEach(definition -> compile.add(definition + ".ts"));
        project.node(Map.of(), compile);
        assertThat(project.node(environment(), List.of("call.js")))
                .contains(
                        "registered typescript typescript@example.org 2099-01-01T00:00:00.000Z",
                        "read typescript false",
                        "anonymous nobody true",
                        "missing 404 USER_NOT_FOUND");
    }

    @Test
    void openapiPythonClient_forEachDefinition_makesAClientWithoutAWarning() throws IOException {
        Path project = Files.createDirectory(folder.resolve("python"));
        Path config = Path.of("..", "docs", "clients", "openapi-python-client.yaml")
                .toAbsolutePath()
                .normalize();
        run(project, "python3", "-m", "venv", "tools");
        run(project, "tools/bin/pip", "install", "-q", "openapi-python-client==0.29.1");
        for (String definition : DEFINITIONS) {
            run(
                    project,
                    "tools/bin/openapi-python-client",
                    "generate",
                    "--fail-on-warning",
                    "--meta",
                    "none",
                    "--config",
                    config.toString(),
                    "--path",
                    RESOURCES.resolve(definition + ".yaml").toString(),
                    "--output-path",
                    definition.replace('-', '_'));
        }
        run(project, "tools/bin/python", "-m", "compileall", "-q", "openapi", "openapi_accounts", "openapi_terms");
        Files.copy(Path.of("src/test/python/client/call.py"), project.resolve("call.py"));
        assertThat(FinishedProcess.run(project, environment(), List.of("tools/bin/python", "call.py"))
                        .succeeded())
                .contains(
                        "registered python python@example.org 2099-01-01T00:00:00+00:00",
                        "read python False",
                        "anonymous nobody True",
                        "missing 404 USER_NOT_FOUND");
    }

    private static Map<String, String> environment() {
        return Map.of(
                "AURA", server.uri("/aura-services/v1").toString(),
                "APIKEY", Api.key("aura-bot", AccessMode.READ_WRITE),
                "CHANNEL", Api.CHANNEL);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String run(Path project, String... command) {
        return FinishedProcess.run(project, Map.of(), List.of(command)).succeeded();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
