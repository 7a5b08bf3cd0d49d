package io.github.auraauth.app.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules and their compile-time dependencies, as the architecture page lists them. */
interface PomRules {
    /** What each module's jar may need; JSpecify is provided, that is, nobody's jar needs it. */
    Map<String, Set<String>> NEEDED = Map.ofEntries(
            entry("auth-domain", Set.of()),
            entry("auth-ports", Set.of("auth-domain")),
            entry("auth-usecases", Set.of("auth-ports")),
            entry("auth-testkit", Set.of("auth-ports", "junit-jupiter-api", "assertj-core")),
            entry("adapter-memory", Set.of("auth-ports", "caffeine")),
            entry(
                    "adapter-mongo",
                    Set.of("auth-ports", "mongodb-driver-sync", "resilience4j-circuitbreaker", "slf4j-api")),
            entry("adapter-redis", Set.of("auth-ports", "lettuce-core", "resilience4j-circuitbreaker", "slf4j-api")),
            entry(
                    "adapter-http",
                    Set.of(
                            "auth-ports",
                            "javalin",
                            "jackson-databind",
                            "jackson-dataformat-yaml",
                            "json-schema-validator",
                            "jte-runtime",
                            "micrometer-registry-prometheus",
                            "slf4j-api")),
            entry(
                    "outgoing-http",
                    Set.of("auth-ports", "httpclient5", "resilience4j-circuitbreaker", "micrometer-core", "slf4j-api")),
            entry("embedded-store", Set.of("mongo-java-server", "netty-transport", "slf4j-api")),
            entry("fakes", Set.of("javalin", "jackson-databind", "jose4j", "slf4j-api")),
            entry("adapter-jose", Set.of("auth-ports", "jose4j", "slf4j-api")),
            entry("adapter-directline", Set.of("auth-ports", "outgoing-http", "jackson-databind", "slf4j-api")),
            entry("adapter-kernel", Set.of("auth-ports", "outgoing-http", "jackson-databind", "slf4j-api")),
            entry("adapter-azure", Set.of("auth-ports", "outgoing-http", "azure-storage-blob")),
            entry(
                    "app",
                    Set.of(
                            "auth-usecases",
                            "adapter-memory",
                            "adapter-mongo",
                            "adapter-redis",
                            "adapter-http",
                            "adapter-jose",
                            "adapter-directline",
                            "adapter-kernel",
                            "adapter-azure",
                            "outgoing-http",
                            "fakes",
                            "picocli",
                            "logback-classic",
                            "logstash-logback-encoder",
                            "embedded-store")));

    /** Outside the default build; nothing depends on it. */
    Map<String, Set<String>> APART = Map.of("benchmarks", Set.of("javalin", "lettuce-core", "slf4j-nop"));

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
    default void modules_are_those_of_the_architecture_page() {
        SourceTree.keeps(
                tree -> {
                    Set<String> modules = tree.matching("pom.xml")
                            .entries()
                            .flatMap(parent -> Pom.parse(parent.getValue()).modules().stream())
                            .collect(Collectors.toSet());
                    return modules.equals(NEEDED.keySet()) ? Stream.of() : Stream.of(modules.toString());
                },
                Map.of("pom.xml", "<project><modules><module>auth-magic</module></modules></project>"));
    }

    @Test
    default void each_module_needs_what_the_architecture_page_lists() {
        SourceTree.keeps(
                tree -> tree.matching("[a-z-]+/pom.xml")
                        .entries()
                        .flatMap(file -> Pom.parse(file.getValue())
                                .needed()
                                .map(Pom.Dependency::artifact)
                                .filter(artifact -> !mayNeed(SourceTree.moduleOf(file.getKey()))
                                        .contains(artifact))
                                .map(artifact -> file.getKey() + " needs " + artifact)),
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

    private static Set<String> mayNeed(String module) {
        return NEEDED.getOrDefault(module, APART.getOrDefault(module, Set.of()));
    }

    private static String pomWith(String group, String artifact) {
        return "<project><dependencies><dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId></dependency></dependencies></project>";
    }
}
