package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marked keys, tokens, codes, states, phone numbers, e-mail addresses and passwords, sent through every operation of the
 * definitions, well and wrongly, with everything there and everything away, at the log levels of {@link CanaryServers}:
 * none comes out again.
 */
class CanaryTest {
    private static final String TRAIL = "audit trail";

    /** The audit trail names users by ids that we made, which say nothing of anybody; given ones stand there as digests. */
    private static final Pattern RANDOM_ID_IN_TRAIL =
            Pattern.compile(TRAIL + ": [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} as ");

    /** What no call can have a good answer from here, since no picture can be fetched, and forms come from pages. */
    private static final Set<String> UNREACHED = Set.of(
            "GET /aura-services/v1/users/auraid/integrated/image",
            "POST /aura-services/v1/users/auraid/integrated",
            "POST /aura-services/v1/users/auraid/integrated/start");

    @TempDir
    private static Path folder;

    private static final Canaries CANARIES = new Canaries();
    private static final Map<String, CanaryFlight> FLIGHTS = new LinkedHashMap<>();
    private static final Map<String, String> METRICS = new LinkedHashMap<>();
    private static final List<String> EXPORTS = new ArrayList<>();
    private static final Map<String, String> BACKUP = new LinkedHashMap<>();
    private static CanaryServers servers;
    private static String redis = "";

    @BeforeAll
    static void fly() {
        servers = new CanaryServers(folder, CANARIES);
        servers.byLevel.forEach(
                (level, server) -> FLIGHTS.put(level, new CanaryFlight(server, servers.kernel, CANARIES)));
        List<CanaryFlight> flights = List.copyOf(FLIGHTS.values());
        flights.parallelStream().forEach(flight -> {
            flight.callAll();
            flight.logIn();
            flight.callAllWrongly();
        });
        Eventually.holds("a user is cached", () -> {
            flights.get(0).readAgain();
            return servers.inRedis().contains("users:{");
        });
        redis = servers.inRedis();
        lookAsAnOperator();
        servers.takeEverythingAway();
        // all at once, since they wait; a future each, since their threads would
        List<CompletableFuture<Void>> calls =
                flights.stream().map(CanaryFlight::callAllInVain).toList();
        calls.forEach(CompletableFuture::join);
        servers.byLevel.forEach((level, server) -> {
            METRICS.put(level, metrics(server, false));
            METRICS.put(level + " (terms)", metrics(server, true));
        });
    }

    private static void lookAsAnOperator() {
        CommandLine operator = servers.operator();
        Path file = folder.resolve("aura.backup");
        EXPORTS.add(operator.ending(0, "backup", file.toString(), "--json"));
        EXPORTS.add(operator.ending(0, "audit", "export"));
        EXPORTS.add(operator.ending(0, "audit", "export", "--csv"));
        EXPORTS.add(operator.ending(0, "audit", "verify", "--json"));
        EXPORTS.add(operator.ending(0, "secrets", "reencrypt", "--json"));
        BACKUP.putAll(BackupText.of(file));
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void everyOperation_ofEveryDefinition_wasReached() {
        Set<String> all = new TreeSet<>();
        for (ApiDefinition api : List.of(Definitions.authentication(), Definitions.kernel(), Definitions.terms())) {
            api.operations()
                    .forEach(operation -> all.add(operation.mapping().method()
                            + ' '
                            + (api.basePath().equals("/") ? "" : api.basePath())
                            + '/'
                            + String.join("/", operation.mapping().template())));
        }
        all.removeAll(UNREACHED);
        FLIGHTS.forEach((level, flight) -> {
            assertThat(flight.reached()).as(level).containsAll(all);
            assertThat(flight.verifiers()).as(level).isPositive();
        });
    }

    @Test
    void logs_atAnyLevel_holdNoCanary() {
        assertThat(servers.byLevel.get("TRACE-json").output()).hasSizeGreaterThan(300);
        assertThat(servers.byLevel.get("TRACE-dev").output()).hasSizeGreaterThan(300);
        assertThat(servers.byLevel).anySatisfy((level, server) -> {
            assertThat(level).startsWith("OFF");
            assertThat(server.output()).hasSizeLessThan(5);
        });
        assertNothing(servers.byLevel.entrySet().stream()
                .flatMap(each ->
                        CANARIES
                                .in(
                                        "log of " + each.getKey(),
                                        String.join("\n", each.getValue().output()))
                                .stream()));
    }

    @Test
    void metrics_ofBothPorts_holdNoCanary() {
        assertThat(METRICS.values()).allMatch(text -> text.contains("http_request_duration_seconds"));
        assertNothing(METRICS.entrySet().stream()
                .flatMap(each -> CANARIES.in("metrics of " + each.getKey(), each.getValue()).stream()));
    }

    @Test
    void refusals_ofAnyKind_holdNoCanary() {
        FLIGHTS.forEach((level, flight) -> assertThat(flight.refusals())
                .as(level)
                .hasSizeGreaterThan(300)
                .anyMatch(refusal -> refusal.contains(": 503 "))
                .anyMatch(refusal -> refusal.contains(": 401 ")));
        assertNothing(FLIGHTS.entrySet().stream()
                .flatMap(each -> each.getValue().refusals().stream()
                        .flatMap(refusal -> CANARIES.in("refusal at " + each.getKey(), refusal).stream())));
    }

    @Test
    void redis_namesAndValues_holdNoCanary() {
        assertThat(redis).contains("users:{").doesNotContain("unread ");
        assertNothing(CANARIES.in("Redis", redis).stream());
    }

    @Test
    void mongo_outsideTheRowsOfUsersAndTerms_holdsNoCanary_andNowhereASecret() {
        Map<String, String> mongo = servers.inMongo();
        assertThat(mongo.get("aura-users.erasures")).contains("number");
        assertThat(mongo.get("aura-users.users").contains("canary-user-id-")).isTrue();
        assertThat(mongo.get("aura-users.users").contains("\"aux1_")).isTrue();
        assertNothing(mongo.entrySet().stream()
                .flatMap(each -> stored(each.getKey().replaceFirst("^[^.]+\\.", ""), each.getValue())));
    }

    @Test
    void backup_outsideTheRowsOfUsersAndTerms_holdsNoCanary_andNowhereASecret() {
        assertThat(BACKUP).containsKeys("users", "services", "activity", "erasures", BackupText.FRAME);
        assertThat(BACKUP.get("users")).contains("canary-user-id-", "\"aux1_");
        assertNothing(BACKUP.entrySet().stream().flatMap(each -> stored(each.getKey(), each.getValue())));
    }

    @Test
    void auditTrail_exported_holdsNoCanary() {
        assertThat(EXPORTS.get(1))
                .contains("user.register", "user.remove", "user.erase", "login.link", "\"aura:", "\"phone:");
        assertThat(EXPORTS.get(2)).contains("user.register,");
        assertNothing(EXPORTS.stream().flatMap(CanaryTest::inTrail));
    }

    @Test
    void kpiFiles_ofAllInstances_holdNoCanary() {
        Map<String, String> files = servers.inKpiFiles();
        assertThat(String.join("\n", files.values()))
                .contains("Z,register,", "Z,remove,", "Z,login,", "Z,logout,", "Z,token,", "Z,audit,");
        assertNothing(files.entrySet().stream()
                .flatMap(each -> CANARIES.in("KPI file", each.getKey() + "\n" + each.getValue()).stream()));
    }

    @Test
    void traces_ofAllRequests_holdNoCanary() {
        assertThat(servers.inTraces()).contains("users/{auraId}", "http.response.status_code");
        assertNothing(CANARIES.in("traces", servers.inTraces()).stream());
    }

    @Test
    void pages_ofLogins_holdNoCanaryButWhatTheBrowserBroughtAlong() {
        FLIGHTS.forEach((level, flight) -> assertThat(flight.pages()).as(level).hasSizeGreaterThan(1));
        assertNothing(FLIGHTS.values().stream()
                .flatMap(flight -> flight.pages().stream())
                .flatMap(page -> CANARIES.in(page.what(), page.text()).stream()
                        .filter(found -> page.own().stream()
                                .noneMatch(own -> found.startsWith(page.what() + ": " + own + " as ")))));
    }

    /** What should not be in documents of that collection, with where it is. */
    private static Stream<String> stored(String collection, String documents) {
        return switch (collection) {
            case "users", "services", "servicesHistory" -> CANARIES.secretsIn(collection, documents).stream();
            case "activity" -> inTrail(documents);
            default -> CANARIES.in(collection, documents).stream();
        };
    }

    private static Stream<String> inTrail(String text) {
        return CANARIES.in(TRAIL, text).stream()
                .filter(each -> !RANDOM_ID_IN_TRAIL.matcher(each).lookingAt());
    }

    private static void assertNothing(Stream<String> found) {
        assertThat(found.limit(20).toList()).isEmpty();
    }

    private static String metrics(ServerProcess server, boolean ofTerms) {
        HttpResponse<String> answer = new Browser().get(ofTerms ? server.termsUri("/metrics") : server.uri("/metrics"));
        return answer.body();
    }
}
