package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.AccountsClient.comparable;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who guesses passwords and tokens, from one source and from many, and whoever they would keep out. */
class AccountsGuessingAcceptanceTest {
    private static final String WRONG = "a password that is another one";
    private static final int FREE = 5;
    private static final int FREE_EVERYWHERE = 100;
    private static final int FAILURES_PER_MINUTE = 60;

    @TempDir
    private static Path folder;

    private static AccountServers servers;

    @BeforeAll
    static void start() {
        servers = AccountServers.two(folder, Map.of("AURA_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void password_guessedFromOneSource_isSlowedFromTheFifthFailureOn_onEveryInstance() {
        servers.withPassword("guessed");
        for (int i = 0; i < FREE; i++) {
            AccountsClient instance = i % 2 == 0 ? servers.a : servers.b;
            assertThat(instance.login("guessed", WRONG, from("203.0.113.5")).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> slowed = servers.b.login("guessed", PASSWORD, from("203.0.113.5"));

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("retry-after")).isPresent();
        assertThat(servers.a.login("guessed", PASSWORD, from("198.51.100.9")).statusCode())
                .as("from elsewhere")
                .isEqualTo(200);
        Eventually.holds(
                "let in when the pause is over",
                () -> servers.a.login("guessed", PASSWORD, from("203.0.113.5")).statusCode() == 200);
    }

    @Test
    void login_ofAMissingAccount_isSlowedAsOfOneThatIsThere() {
        servers.withPassword("present");
        List<String> ofPresent = new ArrayList<>();
        List<String> ofMissing = new ArrayList<>();
        for (int i = 0; i <= FREE; i++) {
            ofPresent.add(comparable(servers.a.login("present", WRONG, from("203.0.113.6"))));
        }
        for (int i = 0; i <= FREE; i++) {
            ofMissing.add(comparable(servers.a.login("missing", WRONG, from("203.0.113.6"))));
        }

        assertThat(ofPresent).isEqualTo(ofMissing);
        assertThat(ofPresent.get(FREE)).startsWith("429");
    }

    @Test
    void password_guessedFromManySources_isSlowedForAllSaveThoseThatWereLoggedInFrom() {
        String home = "198.51.100.2";
        CheapHash.importAccounts(servers.operator, folder, PASSWORD, List.of("owner"));
        assertThat(servers.a.login("owner", PASSWORD, from(home)).statusCode()).isEqualTo(200);
        // anew, since the first login has made the hash a dear one
        servers.operator.run("", "account", "delete", "owner");
        CheapHash.importAccounts(servers.operator, folder, PASSWORD, List.of("owner"));
        for (int i = 0; i < FREE_EVERYWHERE; i++) {
            AccountsClient instance = i % 2 == 0 ? servers.a : servers.b;
            assertThat(instance.login("owner", WRONG, from("203.0.113." + i)).statusCode())
                    .as("failure " + i)
                    .isEqualTo(401);
        }

        assertThat(servers.b.login("owner", PASSWORD, from("192.0.2.2")).statusCode())
                .as("from a source that nobody knows")
                .isEqualTo(429);
        assertThat(servers.b.login("owner", PASSWORD, from(home)).statusCode()).isEqualTo(200);
    }

    @Test
    void token_guessedFromOneSource_closesItToBadOnesAlone() {
        Map<String, String> good = servers.account("good");
        Map<String, String> goodFrom = new HashMap<>(from("203.0.113.77"));
        goodFrom.putAll(good);
        Map<String, String> bad = new HashMap<>(from("203.0.113.77"));
        for (int i = 0; i < FAILURES_PER_MINUTE; i++) {
            bad.putAll(by("Token guess-" + i));
            assertThat(servers.a.get("/me", bad).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> closed = servers.a.get("/me", bad);
        assertThat(closed.statusCode()).isEqualTo(429);
        assertThat(closed.headers().firstValue("retry-after")).hasValue("60");
        assertThat(servers.a.get("/me", goodFrom).statusCode()).isEqualTo(200);
        assertThat(servers.a.get("/me", by("Token another-guess")).statusCode())
                .as("from elsewhere")
                .isEqualTo(401);
    }

    private static Map<String, String> from(String source) {
        return Map.of("X-Forwarded-For", source);
    }
}
