package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail of real servers and commands: what is in it, what a kill leaves of it, and who notices a change. */
class AuditAcceptanceTest {
    private static final Pattern HEAD = Pattern.compile("audit head (\\S+) (\\d+) ([0-9a-f]{64})");
    private static final Pattern OBJECT = Pattern.compile("\"event\":\"user.register\".*\"object\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void trail_afterAKillAndAStop_holdsWhatWasAcknowledgedOnceAndShowsEveryChange() throws Exception {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_ACCOUNTS_ENABLED", "false");
        CommandLine commands = new CommandLine(folder, environment);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            registerUntilKilled(server, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(60);

        List<String> heads;
        String number = "34600000001";
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            assertThat(commands.run("", "audit", "verify")).endsWith("good");
            assertThat(registered(commands.ending(0, "audit", "export")))
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
            Api api = new Api(server);
            assertThat(api.call(api.register(number, "session-of-number")).statusCode())
                    .isEqualTo(200);
            assertThat(api.call(api.register(number, "session-of-number-2")).statusCode())
                    .isEqualTo(200);
            assertThat(api.call(api.remove(number)).statusCode()).isEqualTo(204);
            for (String each : List.copyOf(acknowledged).subList(0, 5)) {
                assertThat(api.call(api.remove(each)).statusCode()).isEqualTo(204);
            }
            assertThat(server.stop()).isZero();
            heads = server.output().stream()
                    .filter(line -> HEAD.matcher(line).find())
                    .toList();
        }
        assertThat(heads).hasSizeGreaterThanOrEqualTo(1);

        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            commands.ending(0, "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "kernel", "-m", "rw");
            commands.ending(0, "apikey", "revoke", "--consumer", "kernel");
            String all = commands.ending(0, "audit", "export");
            assertThat(all)
                    .contains("config.start", "user.register", "user.renew", "user.remove", "\"actor\":\"key:")
                    .contains("apikey.generate", "consumer.revoke", "\"actor\":\"cli:")
                    .doesNotContain(number)
                    .doesNotContain(Api.ENCRYPTION_KEY);
            assertThat(commands.ending(0, "audit", "export", "--csv"))
                    .startsWith("id,at,event,actor,account,object,kid,prev,mac\r\n");
            assertThat(commands.ending(0, "audit", "export", "--to", "2020-01-01"))
                    .isEmpty();
            Path log = Files.write(folder.resolve("kept.log"), heads);
            assertThat(commands.ending(0, "audit", "verify", "--heads", log.toString()))
                    .contains("good");
            assertChangesAreFound(commands, log, heads);
            server.stop();
        }
    }

    private void assertChangesAreFound(CommandLine commands, Path log, List<String> heads) throws Exception {
        Matcher head = HEAD.matcher(heads.get(heads.size() - 1));
        assertThat(head.find()).isTrue();
        String chain = head.group(1);
        String address = EmbeddedStore.addressOfRunning(DataFolder.open(folder.resolve("data")))
                .orElseThrow();
        try (MongoClient client = MongoClients.create(address)) {
            MongoCollection<Document> entries = entries(client);
            List<Document> ours = entries.find(Filters.regex("_id", "^" + chain + ":"))
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>());
            assertThat(ours).hasSizeGreaterThan(6);

            Document second = ours.get(1);
            entries.updateOne(byId(second), Updates.set("actor", "somebody else"));
            assertThat(commands.ending(1, "audit", "verify")).contains("chain " + chain + ", entry 2: altered");
            entries.replaceOne(byId(second), second);

            entries.deleteOne(byId(second));
            assertThat(commands.ending(1, "audit", "verify")).contains("chain " + chain + ", entry 2: missing");
            entries.insertOne(second);

            Document third = ours.get(2);
            entries.replaceOne(byId(second), named(third, second));
            entries.replaceOne(byId(third), named(second, third));
            assertThat(commands.ending(1, "audit", "verify"))
                    .contains("entry 2: out of order", "entry 3: out of order");
            entries.replaceOne(byId(second), second);
            entries.replaceOne(byId(third), third);
            assertThat(commands.run("", "audit", "verify")).endsWith("good");

            entries.deleteOne(byId(ours.get(ours.size() - 1)));
            assertThat(commands.run("", "audit", "verify")).endsWith("good");
            assertThat(commands.ending(1, "audit", "verify", "--heads", log.toString(), "--json"))
                    .contains("tail cut", chain);
        }
    }

    private static MongoCollection<Document> entries(MongoClient client) {
        for (String name : client.listDatabaseNames()) {
            MongoCollection<Document> found = client.getDatabase(name).getCollection("activity");
            if (found.estimatedDocumentCount() > 0) {
                return found;
            }
        }
        throw new AssertionError("no audit trail");
    }

    private static Bson byId(Document document) {
        return Filters.eq("_id", document.get("_id"));
    }

    private static Document named(Document document, Document other) {
        Document copy = new Document(document);
        copy.put("_id", other.get("_id"));
        return copy;
    }

    private static List<String> registered(String export) {
        return OBJECT.matcher(export).results().map(found -> found.group(1)).toList();
    }

    private static void registerUntilKilled(ServerProcess server, Queue<String> acknowledged)
            throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Api api = new Api(server);
        int callers = 8;
        CountDownLatch ended = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        for (int caller = 0; caller < callers; caller++) {
            String own = "session-" + caller + "-";
            threads.execute(() -> {
                try {
                    for (int i = 0; i < 1_000; i++) {
                        HttpResponse<String> answer =
                                client.send(api.register(own + i), HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() == 200) {
                            acknowledged.add(Api.auraId(answer));
                        }
                        if (acknowledged.size() == 80) {
                            server.kill();
                        }
                    }
                } catch (IOException killed) {
                    // as meant
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();
        server.kill();
    }
}
