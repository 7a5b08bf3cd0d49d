package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secondfactor.TotpUri;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.secondfactor.SoftwareAuthenticator;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second factor outside development, on two instances: asked of staff, set up on pages, used, lost and reset. */
class SecondFactorAcceptanceTest {
    private static final Pattern SECRET = Pattern.compile(">\\s*([A-Z2-7]{32})\\s*<");
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]*)\"");
    private static final Pattern RECOVERY_CODE =
            Pattern.compile("(?<![\\w-])[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}(?![\\w-])");

    @TempDir
    private static Path folder;

    private static final TraceCollector TRACES = new TraceCollector();
    private static AccountServers servers;

    @BeforeAll
    static void start() {
        Map<String, String> environment = new HashMap<>(TRACES.environment());
        environment.putAll(Map.of(
                "AURA_SERVICE_ENVIRONMENT", "PRE",
                "AURA_ACCOUNTS_ENABLED", "true",
                "AURA_PUBLIC_URL", "https://aura.example",
                "AURA_LISTEN_ADDRESS", "127.0.0.1",
                "AURA_LOGGING_LEVEL", "TRACE",
                "AURA_TRUSTED_PROXIES", "127.0.0.1"));
        servers = AccountServers.two(folder, environment);
    }

    @AfterAll
    static void stop() {
        servers.close();
        TRACES.close();
    }

    @Test
    void staff_withoutAFactor_setOneUpBeforeAnythingElse_andLoseIt() {
        servers.withPassword("sam");
        servers.operator.run("", "account", "grant", "sam", "--staff");
        HttpResponse<String> login = servers.a.login("sam", PASSWORD, Map.of());
        assertThat(login.statusCode()).isEqualTo(200);
        AccountsClient.Session half = AccountsClient.Session.of(login);
        for (AccountsClient each : List.of(servers.a, servers.b)) {
            assertSecondFactorRequired(each.get("/me", half.headers()));
            assertSecondFactorRequired(each.get("/tokens", half.headers()));
            assertThat(each.get("/me", over("https", basic("sam", PASSWORD))).statusCode())
                    .isEqualTo(401);
        }

        Browser browser = new Browser();
        logIn(browser, "sam", Map.of());
        URI app = page("/account/security/app");
        HttpResponse<String> shown = browser.get(app);
        Secret secret = decoded(found(SECRET, shown.body()));
        String first = code(secret, 0);
        HttpResponse<String> codes = browser.submit(app, shown, Map.of("code", first));
        List<String> recovery = all(RECOVERY_CODE, codes.body());
        assertThat(recovery).hasSize(10);

        Map<String, String> whole = Map.of("Cookie", cookie(browser));
        HttpResponse<String> me = servers.a.get("/me", whole);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).path("second_factor").asBoolean()).isTrue();
        assertThat(servers.a.get("/me", half.headers()).statusCode()).isEqualTo(401);
        assertThat(servers.b.get("/me", whole).statusCode()).isEqualTo(200);

        assertSecondFactorRequired(servers.a.login("sam", PASSWORD, Map.of()));
        assertSecondFactorRequired(login("sam", first, servers.b));
        String second = code(secret, 1);
        assertThat(login("sam", second, servers.b).statusCode()).isEqualTo(200);
        assertSecondFactorRequired(login("sam", second, servers.a));
        assertThat(login("sam", recovery.get(0), servers.a).statusCode()).isEqualTo(200);
        assertSecondFactorRequired(login("sam", recovery.get(0), servers.b));

        assertKeptInSecret(secret, recovery);
        servers.operator.run("", "account", "reset-factor", "sam");
        Eventually.holds(
                "the session has ended", () -> servers.a.get("/me", whole).statusCode() == 401);
        assertSecondFactorRequired(servers.b.get(
                "/me",
                AccountsClient.Session.of(servers.b.login("sam", PASSWORD, Map.of()))
                        .headers()));
        Browser again = new Browser();
        logIn(again, "sam", Map.of());
        assertThat(again.get(page("/account/security/reset")).statusCode()).isEqualTo(200);
    }

    @Test
    void passkey_setUpOnOneInstance_logsInAloneOnTheOther_andAtNoOtherAddress() {
        servers.withPassword("pia");
        servers.operator.run("", "account", "grant", "pia", "--staff");
        var authenticator = new SoftwareAuthenticator("aura.example", "https://aura.example", true, new SecureRandom());
        Browser browser = new Browser();
        logIn(browser, "pia", Map.of());
        URI setup = page("/account/security/passkeys/new");
        HttpResponse<String> asked = browser.get(setup);
        HttpResponse<String> made =
                browser.submit(setup, asked, Map.of("name", "a key", "response", authenticator.create(options(asked))));
        assertThat(all(RECOVERY_CODE, made.body())).hasSize(10);

        assertThat(usedPasskey(authenticator.at("aura.example", "https://evil.example"))
                        .get("status"))
                .isEqualTo("401");
        assertThat(usedPasskey(authenticator.at("evil.example", "https://aura.example"))
                        .get("status"))
                .isEqualTo("401");
        Map<String, String> used = usedPasskey(authenticator.counted(100));
        assertThat(used.get("status")).isEqualTo("303");
        HttpResponse<String> me = servers.a.get("/me", Map.of("Cookie", used.get("cookie")));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).path("username").asText()).isEqualTo("pia");
        assertThat(usedPasskey(authenticator.counted(100)).get("status"))
                .as("a copy")
                .isEqualTo("401");
    }

    /** On the other instance. */
    private static Map<String, String> usedPasskey(SoftwareAuthenticator authenticator) {
        Browser browser = new Browser();
        URI login = servers.servers.get(1).uri("/login/passkey");
        HttpResponse<String> asked = browser.get(login);
        HttpResponse<String> answer =
                browser.submit(login, asked, Map.of("response", authenticator.use(options(asked))));
        String status = String.valueOf(answer.statusCode());
        return answer.statusCode() == 303
                ? Map.of("status", status, "cookie", cookie(browser))
                : Map.of("status", status);
    }

    private static String options(HttpResponse<String> page) {
        return found(OPTIONS, page.body())
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Test
    void others_withoutAFactor_areAskedForNone() {
        servers.withPassword("ute");
        AccountsClient.Session session = AccountsClient.Session.of(servers.a.login("ute", PASSWORD, Map.of()));
        assertThat(servers.a.get("/me", session.headers()).statusCode()).isEqualTo(200);
        assertThat(servers.a.get("/me", over("https", basic("ute", PASSWORD))).statusCode())
                .isEqualTo(200);
        assertThat(json(servers.a.get("/me", session.headers()))
                        .path("second_factor")
                        .asBoolean(true))
                .isFalse();
    }

    /** Neither MongoDB, logs, traces, the audit trail nor a backup hold the secret or a code, in whatever form. */
    private static void assertKeptInSecret(Secret secret, List<String> recovery) {
        Canaries canaries = new Canaries();
        canaries.secret(new String(TotpUri.base32(secret).reveal(), StandardCharsets.US_ASCII));
        canaries.secret(Base64.getEncoder().withoutPadding().encodeToString(secret.reveal()));
        canaries.secret(HexFormat.of().formatHex(secret.reveal()));
        recovery.forEach(code -> {
            canaries.secret(code);
            canaries.secret(code.replace("-", ""));
        });
        Map<String, String> kept = new HashMap<>();
        kept.put("MongoDB", inMongo());
        servers.servers.forEach(server -> kept.put("log of " + server.pid(), String.join("\n", server.output())));
        Eventually.holds("spans", () -> TRACES.received().contains("/account/security/app"));
        kept.put("traces", TRACES.received());
        kept.put("audit trail", servers.operator.ending(0, "audit", "export"));
        assertThat(kept.get("audit trail")).contains("factor.");
        Path file = servers.newFile("aura.backup");
        servers.operator.ending(0, "backup", file.toString());
        kept.putAll(BackupText.of(file));
        kept.forEach((place, text) -> {
            assertThat(text).as(place).isNotEmpty();
            assertThat(canaries.in(place, text)).isEmpty();
        });
    }

    private static String inMongo() {
        List<String> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(servers.mongoUri())) {
            client.getDatabase("aura-users")
                    .listCollectionNames()
                    .forEach(name -> client.getDatabase("aura-users")
                            .getCollection(name)
                            .find()
                            .map(Document::toJson)
                            .forEach(documents::add));
        }
        return String.join("\n", documents);
    }

    private static void assertSecondFactorRequired(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").asText()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(answer.headers().firstValue("www-authenticate")).isPresent();
    }

    private static HttpResponse<String> login(String username, String code, AccountsClient client) {
        return client.post(
                "/login",
                Map.of(),
                "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\",\"code\":\"" + code + "\"}");
    }

    private static void logIn(Browser browser, String username, Map<String, String> more) {
        URI login = page("/login");
        HttpResponse<String> form = browser.get(login);
        Map<String, String> typed = new HashMap<>(more);
        typed.put("username", username);
        typed.put("password", PASSWORD);
        browser.submit(login, form, typed);
    }

    private static URI page(String path) {
        return servers.servers.get(0).uri(path);
    }

    private static String cookie(Browser browser) {
        return browser.cookies().entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith("session"))
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .findAny()
                .orElseThrow();
    }

    private static Map<String, String> over(String scheme, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Forwarded-Proto", scheme);
        return all;
    }

    /** The code so many steps from now, within the window of one. */
    private static String code(Secret secret, int steps) {
        return Totp.code(secret, Totp.step(Instant.now()) + steps);
    }

    private static Secret decoded(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : base32.toCharArray()) {
            int value = digit >= 'A' ? digit - 'A' : digit - '2' + 26;
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[Totp.SECRET_BYTES];
        int from = Math.max(0, bytes.length - fixed.length);
        System.arraycopy(bytes, from, fixed, fixed.length - (bytes.length - from), bytes.length - from);
        return Secret.of(fixed);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("on the page: " + page).isTrue();
        return matcher.group(1);
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
