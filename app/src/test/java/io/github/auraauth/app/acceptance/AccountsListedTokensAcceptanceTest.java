package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.AccountsClient.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code AUTH_TOKENS} through several starts, each of two instances at once. */
@Tag("deep") // starts a server for each change of the list, two at once; the use case has a test for each sentence
class AccountsListedTokensAcceptanceTest {
    private static final String ONE = "the-first-listed-secret";
    private static final String TWO = "the-second-listed-secret";

    @TempDir
    private Path folder;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Map<String, String> environment = Servers.on(mongo.bindAndGetConnectionString());
    private Map<String, String> administrator = Map.of();
    private int starts;

    @BeforeEach
    void makeAdministrator() {
        CommandLine operator = new CommandLine(folder, environment);
        operator.run("", "account", "create", "root", "--superuser");
        administrator = by("Token " + operator.run("", "token", "create", "tests", "--account", "root"));
    }

    @AfterEach
    void stop() {
        mongo.shutdownNow();
    }

    @Test
    void manyLines_appliedByTwoAtOnceAndAgain_areMadeOnce() {
        String list = IntStream.range(0, 60)
                .mapToObj(i -> "account-" + i % 20 + ":listed-secret-number-" + i + ":view_thing_" + i % 7)
                .collect(Collectors.joining("\n"));
        List<List<String>> ids = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            starting(list, (a, b) -> {
                ids.add(results(a.get("/tokens?page_size=200&account=account-3", administrator), "id"));
                HttpResponse<String> all = b.get("/tokens?page_size=200&count=true", administrator);
                assertThat(json(all).path("results"))
                        .filteredOn(token -> token.path("source").asText().equals("listed"))
                        .hasSize(60);
                assertThat(permissions(a.get("/accounts/account-3", administrator)))
                        .containsExactly("view_thing_1", "view_thing_2", "view_thing_3");
                assertThat(carried(a, "listed-secret-number-43")).containsExactly("view_thing_1");
            });
        }

        assertThat(ids.get(0)).hasSize(3).isEqualTo(ids.get(1));
    }

    @Test
    void list_thatChangesAndShrinks_isWhatTheTokensAre() {
        String two = "media_store:" + ONE + ":update_show&view_show\nplaylog:" + TWO + ":view_show";
        starting(two, (a, b) -> {
            assertThat(carried(a, ONE)).containsExactly("update_show", "view_show");
            assertThat(carried(b, TWO)).containsExactly("view_show");
        });
        starting("media_store:" + ONE + ":add_show\nplaylog:" + TWO + ":", (a, b) -> {
            assertThat(carried(a, ONE)).containsExactly("add_show");
            assertThat(carried(b, ONE)).containsExactly("add_show");
            assertThat(carried(b, TWO)).isEmpty();
            assertThat(permissions(a.get("/accounts/media_store", administrator)))
                    .containsExactly("add_show");
        });
        starting("media_store:" + ONE + ":add_show", (a, b) -> {
            assertThat(carried(a, ONE)).containsExactly("add_show");
            assertThat(a.get("/me", by("Token " + TWO)).statusCode()).isEqualTo(401);
            assertThat(b.get("/accounts/playlog", administrator).statusCode()).isEqualTo(200);
        });
        starting(
                "",
                (a, b) -> assertThat(a.get("/me", by("Token " + ONE)).statusCode())
                        .isEqualTo(401));
        starting(two, (a, b) -> assertThat(carried(a, TWO)).containsExactly("view_show"));
    }

    @Test
    void whatWasTakenAwayByHand_staysSo_andTheStartSaysIt() {
        String list = "media_store:" + ONE + ":view_show\n\nplaylog:" + TWO + ":view_show";
        starting(list, (a, b) -> {
            String id = results(a.get("/tokens", by("Token " + ONE)), "id").get(0);
            made(b.delete("/tokens/" + id, administrator));
            made(b.patch("/accounts/playlog", administrator, "{\"is_active\":false}"));
        });

        List<String> said = starting(list, (a, b) -> {
            assertThat(a.get("/me", by("Token " + ONE)).statusCode()).isEqualTo(401);
            assertThat(b.get("/me", by("Token " + TWO)).statusCode()).isEqualTo(401);
        });

        assertThat(said)
                .anyMatch(line -> line.contains("AUTH_TOKENS: the tokens of lines 1 were taken back by hand"))
                .anyMatch(line -> line.contains("AUTH_TOKENS: the accounts of lines 3 are not active"))
                .noneMatch(line -> line.contains(ONE) || line.contains(TWO));
    }

    @Test
    void olderVersion_changesNothing_andSaysSo() {
        environment.put("AURA_VERSION", "2.0.0");
        starting("media_store:" + ONE + ":view_show", (a, b) -> {});
        environment.put("AURA_VERSION", "1.9.0");

        List<String> said = starting("media_store:" + TWO + ":update_show", (a, b) -> {
            assertThat(carried(a, ONE)).containsExactly("view_show");
            assertThat(b.get("/me", by("Token " + TWO)).statusCode()).isEqualTo(401);
        });

        assertThat(said).anyMatch(line -> line.contains("AUTH_TOKENS is not applied"));
    }

    /** Two instances, begun at once with that list; what they said. */
    private List<String> starting(String list, BiConsumer<AccountsClient, AccountsClient> check) {
        environment.put("AUTH_TOKENS", list);
        environment.put("AURA_ACCOUNTS_ENABLED", "true");
        Path own = folder.resolve("start-" + ++starts);
        try (ServerProcess a = ServerProcess.launch(own.resolve("a"), environment);
                ServerProcess b = ServerProcess.launch(own.resolve("b"), environment)) {
            a.awaitReady();
            b.awaitReady();
            check.accept(new AccountsClient(a), new AccountsClient(b));
            List<String> said = new ArrayList<>(a.output());
            said.addAll(b.output());
            return said;
        }
    }

    private static List<String> carried(AccountsClient client, String secret) {
        HttpResponse<String> me = client.get("/me", by("Token " + secret));
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        return texts(json(me).path("effective_permissions"));
    }

    private static List<String> permissions(HttpResponse<String> account) {
        return texts(json(account).path("permissions"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
