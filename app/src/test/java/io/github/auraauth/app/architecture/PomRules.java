package io.github.auraauth.app.architecture;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules and their compile-time dependencies: which of ours, README draws; which of others, stands here. */
interface PomRules {
    /** What of others each module's jar may need; JSpecify is provided, that is, nobody's jar needs it. */
    Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            entry("auth-testkit", Set.of("junit-jupiter-api", "assertj-core")),
            entry("adapter-memory", Set.of("caffeine")),
            entry("adapter-mongo", Set.of("mongodb-driver-sync", "resilience4j-circuitbreaker", "slf4j-api")),
            entry("adapter-redis", Set.of("lettuce-core", "resilience4j-circuitbreaker", "slf4j-api")),
            entry(
                    "http-front",
                    Set.of(
                            "jetty-server",
                            "jackson-databind",
                            "jackson-dataformat-yaml",
                            "json-schema-validator",
                            "micrometer-core",
                            "opentelemetry-api",
                            "slf4j-api")),
            entry("adapter-http", Set.of("jackson-databind", "micrometer-registry-prometheus")),
            entry("adapter-pages", Set.of("jackson-databind", "jte-runtime", "micrometer-core", "slf4j-api")),
            entry(
                    "outgoing-http",
                    Set.of(
                            "httpclient5",
                            "resilience4j-circuitbreaker",
                            "micrometer-core",
                            "opentelemetry-api",
                            "slf4j-api")),
            entry("embedded-store", Set.of("mongo-java-server", "netty-transport", "slf4j-api")),
            entry("fakes", Set.of("javalin", "jackson-databind", "jose4j", "slf4j-api")),
            entry("adapter-jose", Set.of("jose4j")),
            entry("adapter-credentials", Set.of("zxcvbn", "webauthn-server-core", "jackson-databind", "qrcodegen")),
            entry("adapter-directline", Set.of("jackson-databind", "slf4j-api")),
            entry("adapter-channels", Set.of("jackson-databind", "slf4j-api")),
            entry("adapter-kernel", Set.of("jackson-databind", "slf4j-api")),
            entry("adapter-files", Set.of("micrometer-core", "slf4j-api")),
            entry("adapter-azure", Set.of("azure-storage-blob")),
            entry(
                    "app",
                    Set.of(
                            "picocli",
                            "cron-utils",
                            "progressbar",
                            "logback-classic",
                            "opentelemetry-sdk-extension-autoconfigure",
                            "opentelemetry-exporter-otlp",
                            "opentelemetry-exporter-sender-jdk",
                            "jul-to-slf4j",
                            "logstash-logback-encoder")));

    /** Outside the default build; nothing depends on it. */
    Map<String, Set<String>> APART =
            Map.of("benchmarks", Set.of("javalin", "lettuce-core", "mongodb-driver-sync", "slf4j-nop"));

    Set<String> REFUSED_GROUPS = Set.of(
            "org.projectlombok",
            "org.springframework",
            "org.springframework.boot",
            "com.google.inject",
            "com.google.dagger",
            "jakarta.inject",
            "javax.inject",
            "io.micronaut",
            "io.quarkus",
            "org.mockito");

    @Test
    default void modules_are_those_that_readme_draws() {
        SourceTree.keeps(
                tree -> tree.matching("pom.xml")
                        .entries()
                        .map(parent -> Set.copyOf(Pom.parse(parent.getValue()).modules()))
                        .filter(modules -> !modules.equals(drawn().needed().keySet()))
                        .map(Set::toString),
                Map.of("pom.xml", "<project><modules><module>auth-magic</module></modules></project>"));
    }

    @Test
    default void each_module_sees_where_the_arrows_of_readme_lead() {
        SourceTree.keeps(
                tree -> poms(
                        tree,
                        (module, needed) -> needed.filter(drawn().needed()::containsKey)
                                .filter(ours -> !drawn().visibleTo(module).contains(ours))),
                Map.of("adapter-mongo/pom.xml", pomWith("io.github.auraauth", "adapter-redis")));
    }

    @Test
    default void each_arrow_of_readme_stands_in_a_pom() {
        SourceTree.keeps(
                tree -> poms(tree, (module, needed) -> {
                    Set<String> missing = new HashSet<>(drawn().needed().getOrDefault(module, Set.of()));
                    needed.toList().forEach(missing::remove);
                    return missing.stream();
                }),
                Map.of("adapter-kernel/pom.xml", pomWith("io.github.auraauth", "auth-ports")));
    }

    @Test
    default void each_module_needs_no_other_library_than_is_listed() {
        SourceTree.keeps(
                tree -> poms(
                        tree,
                        (module, needed) -> needed.filter(
                                        artifact -> !drawn().needed().containsKey(artifact))
                                .filter(artifact -> !mayNeed(module).contains(artifact))),
                Map.of("auth-domain/pom.xml", pomWith("com.fasterxml.jackson.core", "jackson-databind")));
    }

    @Test
    default void no_container_wires_and_nothing_writes_our_code() {
        SourceTree.keeps(
                tree -> tree.matching("([a-z-]+/)?pom.xml")
                        .entries()
                        .flatMap(file -> Pom.parse(file.getValue())
                                .groups()
                                .filter(REFUSED_GROUPS::contains)
                                .map(group -> file.getKey() + " names " + group)),
                Map.of("app/pom.xml", pomWith("org.springframework", "spring-context")));
    }

    @Test
    default void what_scripts_tests_is_in_no_jar_that_is_shipped() {
        SourceTree.keeps(
                tree -> tree.matching("[a-z-]+/pom.xml")
                        .entries()
                        .flatMap(file -> Pom.parse(file.getValue())
                                .needed()
                                .filter(dependency -> dependency.type().equals("test-jar"))
                                .map(dependency -> file.getKey() + " ships the tests of " + dependency.artifact())),
                Map.of(
                        "app/pom.xml",
                        "<project><dependencies><dependency><artifactId>fakes</artifactId><type>test-jar</type>"
                                + "</dependency></dependencies></project>"));
    }

    /** The name on a module path, {@code Automatic-Module-Name}, is a promise to those who embed us. */
    @Test
    default void each_jar_is_named_as_its_packages() {
        SourceTree.keeps(
                tree -> tree.matching(SourceRules.MAIN)
                        .entries()
                        .map(file -> SourceTree.folderOf(file.getKey()))
                        .distinct()
                        .filter(folder -> !folder.replaceFirst(".*/src/main/java/", "")
                                .replace('/', '.')
                                .concat(".")
                                .startsWith(nameOfJar(tree, SourceTree.moduleOf(folder)) + '.')),
                Map.of(
                        "app/pom.xml",
                        "<project><aura.module>io.github.auraauth.other</aura.module></project>",
                        "app/src/main/java/io/github/auraauth/app/A.java",
                        ""));
    }

    private static String nameOfJar(SourceTree tree, String module) {
        return tree.files()
                .getOrDefault(module + "/pom.xml", "")
                .replaceFirst("(?s).*<aura\\.module>([a-z.]+)</aura\\.module>.*", "$1");
    }

    /** What of the artifacts that each module's jar needs is at fault. */
    private static Stream<String> poms(SourceTree tree, BiFunction<String, Stream<String>, Stream<String>> faults) {
        return tree.matching("[a-z-]+/pom.xml")
                .entries()
                .flatMap(file -> faults.apply(
                                SourceTree.moduleOf(file.getKey()),
                                Pom.parse(file.getValue()).needed().map(Pom.Dependency::artifact))
                        .map(artifact -> file.getKey() + ": " + artifact));
    }

    private static ModuleArrows drawn() {
        try {
            return ModuleArrows.of(Files.readString(SourceTree.root().resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> mayNeed(String module) {
        return LIBRARIES.getOrDefault(module, APART.getOrDefault(module, Set.of()));
    }

    private static String pomWith(String group, String artifact) {
        return "<project><dependencies><dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId></dependency></dependencies></project>";
    }
}
