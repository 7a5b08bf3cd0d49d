package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call by token costs. */
class AccountsTokenLookUpAcceptanceTest {
    private static final int CALLS = 300;
    private static final int FEW = 10;
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
            environment.put("AUTH_TOKENS", list(2));
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                AccountsClient client = new AccountsClient(server);
                Eventually.holdsRepeatedly("read alone", () -> {
                    forbidden(client, 0); // who is a superuser is read once for all accounts
                    mongo.reads();
                    forbidden(client, 0);
                    return mongo.reads().isEmpty();
                });
                forbidden(client, 0);
                mongo.reads();

                forbidden(client, 1);
                List<String> first = mongo.reads();
                for (int i = 0; i < 5; i++) {
                    forbidden(client, 1);
                }
                List<String> next = mongo.reads();

                assertThat(first).containsExactlyInAnyOrder("authTokens by _id", "accounts by _id");
                assertThat(next).isEmpty();
            }
        }
    }

    @Test
    @Tag("measuring")
    void call_byOneOfManyTokens_takesAsLongAsByOneOfFew() throws IOException {
        long few = median(FEW);
        long many = median(MANY);

        System.err.println("GET /api/v1/me by token: " + few / 1000 + " us with " + FEW + " tokens, " + many / 1000
                + " us with " + MANY);
        assertThat((double) many / few).isLessThan(NOISE);
    }

    /** How long a call takes, in nanoseconds, whose token is one of so many in the embedded store. */
    private long median(int tokens) throws IOException {
        Path own = Files.createDirectories(folder.resolve("of-" + tokens));
        Map<String, String> environment = Servers.embedded();
        environment.put(
                "AUTH_TOKENS_FILE",
                Files.writeString(own.resolve("tokens"), list(tokens)).toString());
        try (ServerProcess server = ServerProcess.startForMeasuring(own, environment)) {
            AccountsClient client = new AccountsClient(server);
            times(client, tokens);
            return times(client, tokens).get(CALLS / 2);
        }
    }

    private static List<Long> times(AccountsClient client, int tokens) {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> {
                    Map<String, String> token = token((int) (i * 7919L % tokens));
                    long began = System.nanoTime();
                    assertThat(client.get("/me", token).statusCode()).isEqualTo(200);
                    return System.nanoTime() - began;
                })
                .sorted()
                .toList();
    }

    /** A call that ends at the missing permission: all that is read before is read for the credential. */
    private static void forbidden(AccountsClient client, int token) {
        assertThat(client.delete("/permissions/view_nothing", token(token)).statusCode())
                .isEqualTo(403);
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
