package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of administration with 100,000 rows in each, over the embedded store. */
@Tag("deep")
@Tag("measuring")
class AdminListsAtScaleTest {
    private static final Pattern PRINTED = Pattern.compile("/api/v1/me -u '([^:]+):([^']+)'");
    private static final String MARK = "scale";
    private static final int ROWS = 100_000;
    private static final int BATCH = 10_000;
    private static final int TIMES = 15;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    /** Of the median. */
    private static final Duration LONGEST = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    @Test
    void lists_ofAHundredThousandRows_costTheSameAtEveryPart() throws Exception {
        Map<String, String> environment = Servers.embedded();
        environment.put("TAC_APIKEY", Tac.KEY);
        Path data = Files.createDirectory(folder.resolve("server"));
        try (ServerProcess server = ServerProcess.startForMeasuring(data, environment, "--print-sample")) {
            Eventually.holds("printed", () -> printed(server).count() == 1);
            Matcher printed = printed(server).findFirst().orElseThrow();
            AdminVisitor boss = AdminVisitor.of(server, printed.group(1), printed.group(2));
            prepare(boss, server, new CommandLine(data, environment));
            String store = EmbeddedStore.addressOfRunning(DataFolder.open(data.resolve("data")))
                    .orElseThrow();
            List<String> slow = new ArrayList<>();
            try (MongoClient mongo = MongoClients.create(store)) {
                for (ListOfRows list : lists()) {
                    MongoCollection<Document> rows = list.fill(mongo);
                    list.paths().forEach(path -> slow.addAll(measured(boss, path)));
                    rows.deleteMany(new Document(MARK, true));
                }
            }
            assertThat(slow).isEmpty();
        }
    }

    private static void prepare(AdminVisitor boss, ServerProcess server, CommandLine operator) {
        operator.run("", "account", "create", "template");
        operator.run("", "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "aura-bot", "-m", "r");
        operator.run("", "token", "create", "template", "--account", "template");
        boss.done("/admin/new-group", "group_name", "template");
        boss.done(
                "/admin/new-client",
                "client_id",
                "template",
                "client_type",
                "public",
                "client_name",
                "Template",
                "redirect_uris",
                "https://example.org/callback",
                "pkce_required",
                "true",
                "id_token_alg",
                "RS256",
                "access_lifetime",
                "10m",
                "refresh_lifetime",
                "30d");
        HttpResponse<String> accepted = new Tac(server).call("POST", Tac.services("template"), Tac.body("aura", "1"));
        assertThat(accepted.statusCode()).isEqualTo(201);
    }

    private static List<String> measured(AdminVisitor boss, String path) {
        Duration median = median(boss, path);
        String told = median.toMillis() + " ms " + path;
        System.out.println(told);
        return median.compareTo(LONGEST) > 0 ? List.of(told) : List.of();
    }

    private static List<ListOfRows> lists() {
        int middle = ROWS / 2;
        long moment = BEGIN.plusSeconds(middle).toEpochMilli();
        return List.of(
                new ListOfRows(
                        "accounts",
                        List.of("/admin/accounts", "/admin/accounts?cursor=" + after(name(middle))),
                        (copy, i) -> copy.append("_id", uuid(i)).append("username", name(i))),
                new ListOfRows(
                        "groups",
                        List.of("/admin/groups", "/admin/groups?cursor=" + after(name(middle))),
                        (copy, i) -> copy.append("_id", uuid(i)).append("name", name(i))),
                new ListOfRows(
                        "authTokens",
                        List.of("/admin", "/admin/tokens", "/admin/tokens?cursor=" + after(uuid(middle))),
                        (copy, i) -> copy.append("_id", "%064x".formatted(i)).append("id", uuid(i))),
                new ListOfRows(
                        "oidc_clients",
                        List.of("/admin/clients", "/admin/clients?cursor=" + after(name(middle))),
                        (copy, i) -> copy.append("_id", name(i))),
                new ListOfRows(
                        "apikeys",
                        List.of(
                                "/admin",
                                "/admin/apikeys",
                                "/admin/apikeys?cursor=" + after(moment + "," + "%064x".formatted(middle))),
                        (copy, i) -> copy.append("_id", "%064x".formatted(i))
                                .append("jti", uuid(i))
                                .append("createdAt", Date.from(BEGIN.plusSeconds(i)))),
                new ListOfRows(
                        "activity",
                        List.of(
                                "/admin/activity",
                                "/admin/activity?cursor=" + after(moment + ",scale:%012d".formatted(middle))),
                        (copy, i) -> copy.append("_id", "scale:%012d".formatted(i))
                                .append("at", Date.from(BEGIN.plusSeconds(i)))),
                new ListOfRows(
                        "services",
                        List.of(
                                "/admin/terms?service=aura&version=1",
                                "/admin/terms?service=aura&version=1&cursor=" + after(name(middle))),
                        (copy, i) -> copy.append("_id", new ObjectId()).append("user_id", name(i))));
    }

    /** A list, its pages (the first, one in the middle), and what tells its rows apart. */
    private record ListOfRows(String collection, List<String> paths, BiConsumer<Document, Integer> change) {
        /** Rows like one that the service itself has made. */
        MongoCollection<Document> fill(MongoClient mongo) {
            MongoCollection<Document> all = mongo.listDatabaseNames().into(new ArrayList<>()).stream()
                    .map(database -> mongo.getDatabase(database).getCollection(collection))
                    .filter(each -> each.find().first() != null)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no collection " + collection));
            Document named = all.find(new Document("username", "template")).first();
            Document one = named == null ? all.find().first() : named;
            for (int from = 0; from < ROWS; from += BATCH) {
                List<Document> batch = new ArrayList<>();
                for (int i = from; i < from + BATCH; i++) {
                    Document copy = new Document(one).append(MARK, true);
                    change.accept(copy, i);
                    batch.add(copy);
                }
                all.insertMany(batch);
            }
            return all;
        }
    }

    private static Duration median(AdminVisitor boss, String path) {
        // the first one after a start puts the rows in order
        Eventually.holds("the order is kept", () -> boss.get(path).statusCode() == 200);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            String page = boss.page(path);
            times.add(System.nanoTime() - begin);
            assertThat(page.length()).as(path).isLessThan(50 * 1024);
        }
        return Duration.ofNanos(times.stream().sorted().toList().get(TIMES / 2));
    }

    private static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(('+' + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String uuid(int number) {
        return new UUID(0x4000L, 0x8000000000000000L | number).toString();
    }

    private static String name(int number) {
        return "scale-%06d".formatted(number);
    }

    private static Stream<Matcher> printed(ServerProcess server) {
        return server.output().stream().map(PRINTED::matcher).filter(Matcher::find);
    }
}
