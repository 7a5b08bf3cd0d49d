package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call by token costs. */
class AccountsTokenLookUpAcceptanceTest {
    private static final String TOKEN = "authTokens by _id";
    private static final String ACCOUNT = "accounts by _id";

    /** Beside them, who is a superuser, every two seconds. */
    private static final Set<String> ALLOWED = Set.of(TOKEN, ACCOUNT, "superusers by _id");

    /** What calls read, and jobs of the server do not. */
    private static final Pattern OF_CALLS =
            Pattern.compile("(accounts by _id|(authTokens|superusers|groups|permissions|sessions) by .*)");

    private static final int CALLS = 300;
    private static final int MANY = Integer.getInteger("aura.test.tokens", 5_000);
    private static final int ACCOUNTS = 10;

    /** Of the machine. */
    private static final double NOISE = 1.5;

    @TempDir
    private Path folder;

    @Test
    void call_byToken_readsTokenAndAccountByIdAtMost_andNothingWithinTwoSeconds() {
        try (CountingMongo mongo = new CountingMongo()) {
            Map<String, String> environment = Servers.on(mongo.uri());
            environment.put("AUTH_TOKENS", list(ACCOUNTS));
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                AccountsClient client = new AccountsClient(server);
                AtomicInteger next = new AtomicInteger();
                Eventually.holds("token and account are read, by _id", () -> {
                    forbidden(client, 0); // who is a superuser is read once for all accounts
                    mongo.reads();
                    forbidden(client, 1 + next.getAndIncrement() % (ACCOUNTS - 1));
                    List<String> reads = reads(mongo);
                    assertThat(reads).allMatch(ALLOWED::contains).doesNotHaveDuplicates();
                    return reads.size() == 2 && reads.containsAll(List.of(TOKEN, ACCOUNT));
                });
                Eventually.holds("nothing is read", () -> {
                    show(client, 0);
                    mongo.reads();
                    show(client, 0);
                    return reads(mongo).isEmpty();
                });
            }
        }
    }

    @Test
    @Tag("measuring")
    void call_byOneOfManyTokens_takesAsLongAsByOneOfFew() {
        try (AccountServers servers = AccountServers.one(folder, Map.of());
                MongoClient mongo = MongoClients.create(servers.mongoUri())) {
            servers.account("program", "view_account");
            MongoCollection<Document> tokens = tokens(mongo);
            insert(tokens, 0, 3 * CALLS);
            median(servers.a, 0); // compiled before it is measured
            long few = median(servers.a, CALLS);
            insert(tokens, 3 * CALLS, MANY);
            long many = median(servers.a, MANY - CALLS);
            long fewAgain = median(servers.a, 2 * CALLS);

            System.err.println("GET /api/v1/me by token takes " + few / 1000 + " us with few tokens, " + many / 1000
                    + " and " + fewAgain / 1000 + " us with " + MANY);
            assertThat((double) many / few).isLessThan(NOISE);
        }
    }

    private static MongoCollection<Document> tokens(MongoClient mongo) {
        for (String database : mongo.listDatabaseNames()) {
            MongoCollection<Document> tokens = mongo.getDatabase(database).getCollection("authTokens");
            if (tokens.find().first() != null) {
                return tokens;
            }
        }
        throw new AssertionError("no tokens");
    }

    /** More of the same, with secrets of their own. */
    private static void insert(MongoCollection<Document> tokens, int from, int to) {
        AuthTokenDigester digester = new AuthTokenDigester(Secret.ofText(Api.SEED));
        Document one = tokens.find(new Document("name", "a token")).first();
        List<Document> more = IntStream.range(from, to)
                .mapToObj(i -> new Document(one)
                        .append("_id", digester.digest(Secret.ofText(secret(i))).hex())
                        .append("id", new UUID(0x4000L, 0x8000_0000_0000_0000L + i).toString()))
                .toList();
        tokens.insertMany(more);
    }

    /** How long a call takes, in nanoseconds, by a token that nobody has used before. */
    private static long median(AccountsClient client, int from) {
        return IntStream.range(from, from + CALLS)
                .mapToLong(i -> {
                    Map<String, String> token = token(i);
                    long began = System.nanoTime();
                    assertThat(client.get("/me", token).statusCode()).isEqualTo(200);
                    return System.nanoTime() - began;
                })
                .sorted()
                .toArray()[CALLS / 2];
    }

    private static List<String> reads(CountingMongo mongo) {
        return mongo.reads().stream()
                .filter(read -> OF_CALLS.matcher(read).matches())
                .toList();
    }

    /** A call that ends at the missing permission: all that is read before is read for the credential. */
    private static void forbidden(AccountsClient client, int token) {
        assertThat(client.delete("/permissions/view_nothing", token(token)).statusCode())
                .isEqualTo(403);
    }

    private static void show(AccountsClient client, int token) {
        assertThat(client.get("/me", token(token)).statusCode()).isEqualTo(200);
    }

    private static String list(int tokens) {
        return IntStream.range(0, tokens)
                .mapToObj(i -> "program-" + i % ACCOUNTS + ':' + secret(i) + ":view_show")
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> token(int number) {
        return by("Token " + secret(number));
    }

    private static String secret(int number) {
        return "listed-secret-of-number-" + number;
    }
}
