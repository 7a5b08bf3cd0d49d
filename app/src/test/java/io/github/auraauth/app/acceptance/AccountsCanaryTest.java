package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.auraauth.app.acceptance.AccountsClient.Session;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marked passwords, tokens, sessions, invitations, names and e-mail addresses, sent through the API of accounts well and
 * wrongly, at the most talkative level: none comes out of the log, the metrics, the traces, a refusal, the audit trail,
 * a backup, or MongoDB in clear, and pages show no secret.
 */
class AccountsCanaryTest {
    private static final String LISTED = "canary-listed-secret-of-a-service";
    private static final String PASSWORD = "canary storks above a quiet lake";
    private static final String NEXT = "canary herons on the far shore";

    @TempDir
    private static Path folder;

    private static final Canaries CANARIES = new Canaries();
    private static final List<HttpResponse<String>> REFUSALS = new ArrayList<>();
    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    private static final Map<String, String> BACKUP = new LinkedHashMap<>();
    private static final TraceCollector TRACES = new TraceCollector();
    private static AccountServers servers;

    @BeforeAll
    static void callAll() {
        List.of(LISTED, PASSWORD, NEXT).forEach(CANARIES::secret);
        Map<String, String> environment = new HashMap<>(TRACES.environment());
        environment.put("AURA_LOGGING_LEVEL", "TRACE");
        environment.put("AUTH_TOKENS", "canary_service:" + LISTED + ":list_account");
        environment.put("AURA_APIKEY_THROTTLE", "0");
        servers = AccountServers.one(folder, environment);
        AccountsClient client = servers.a;
        servers.root.values().forEach(header -> CANARIES.secret(header.replace("Token ", "")));
        invite(client);
        Session session = client.session("canary.person", PASSWORD);
        CANARIES.secret(session.cookie().replaceAll("^[^=]*=", ""));
        CANARIES.secret(session.csrf());
        expect(200, client.get("/me", session.headers()));
        expect(200, client.get("/me", AccountsClient.basic("canary.person", PASSWORD)));
        expect(200, client.get("/accounts", AccountsClient.by("Token " + LISTED)));
        JsonNode issued = AccountsClient.json(
                expect(201, client.post("/tokens", session.headers(), "{\"name\":\"of the canary\"}")));
        String token = CANARIES.secret(issued.path("secret").asText());
        expect(200, client.get("/me", AccountsClient.by("Token " + token)));
        refuse(client, session);
        look(client);
        expect(
                204,
                client.post(
                        "/me/password",
                        session.headers(),
                        "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"" + NEXT + "\"}"));
        Path file = folder.resolve("aura.backup");
        servers.operator.ending(0, "backup", file.toString());
        BACKUP.putAll(BackupText.of(file));
        expect(204, client.delete("/accounts/canary.person", servers.root));
    }

    private static void invite(AccountsClient client) {
        String body = "{\"username\":\"canary.person\",\"email\":\"" + CANARIES.personal("canary.mail@canary.example")
                + "\",\"first_name\":\"" + CANARIES.personal("CanaryFirst") + "\",\"last_name\":\""
                + CANARIES.personal("CanaryLast-Name") + "\"}";
        JsonNode made = AccountsClient.json(expect(201, client.post("/accounts", servers.root, body)));
        String invitation = made.path("invite").asText();
        Browser browser = new Browser();
        HttpResponse<String> form = browser.get(servers.servers.get(0).uri(invitation));
        CANARIES.secret(invitation.replaceAll(".*secret=", ""));
        HttpResponse<String> done =
                browser.submit(servers.servers.get(0).uri(invitation), form, Map.of("password", PASSWORD));
        assertThat(done.statusCode()).as(done.body()).isLessThan(400);
        refused(browser.get(servers.servers.get(0).uri(invitation)));
    }

    /** What staff and the person themself are shown. */
    private static void look(AccountsClient client) {
        expect(200, client.patch("/accounts/canary.person", servers.root, "{\"is_superuser\":true}"));
        AdminVisitor visitor = AdminVisitor.of(servers.servers.get(0), "canary.person", PASSWORD);
        for (String path : List.of(
                "/admin",
                "/admin/accounts",
                "/admin/accounts/canary.person",
                "/admin/tokens",
                "/admin/clients",
                "/admin/signing-keys",
                "/admin/apikeys",
                "/admin/activity",
                "/account",
                "/account/profile",
                "/account/security",
                "/account/tokens",
                "/account/activity")) {
            PAGES.put(path, visitor.page(path));
        }
    }

    /** Everything that can be wrong, with something marked in it. */
    private static void refuse(AccountsClient client, Session session) {
        String marker = CANARIES.secret("canary-wrong-credential");
        for (String header : List.of(
                "Token " + marker,
                "Token  " + marker + " x",
                "Basic " + marker,
                "Basic " + Base64.getEncoder().encodeToString((marker + ":" + marker).getBytes(StandardCharsets.UTF_8)),
                "Bearer " + marker,
                marker)) {
            refused(client.get("/me", AccountsClient.by(header)));
        }
        refused(client.login("canary.person", marker, Map.of()));
        refused(client.post(
                "/login", Map.of(), "{\"username\":\"canary.person\",\"password\":\"x\",\"code\":\"" + marker + "\"}"));
        refused(client.login(marker + "@nowhere", marker, Map.of()));
        refused(client.post(
                "/me/password",
                session.headers(),
                "{\"current_password\":\"" + marker + "\",\"new_password\":\"" + marker + "-is-what-it-would-be\"}"));
        refused(client.post("/me/password", session.headers(), "{\"" + marker + "\":\"" + marker + "\"}"));
        refused(client.patch("/accounts/canary.person", session.headers(), "{\"email\":\"" + marker + "\"}"));
        refused(client.patch("/accounts/canary.person", session.headers(), "{\"email\":\"" + marker));
        refused(client.patch("/accounts/canary.person", Map.of("Cookie", session.cookie()), "{\"email\":\"\"}"));
        refused(client.get("/accounts?cursor=" + marker, servers.root));
        refused(client.get("/accounts/" + marker, session.headers()));
        refused(client.delete("/tokens/" + marker, session.headers()));
        refused(client.post("/groups", servers.root, "{\"name\":\"" + marker + "/x\"}"));
        refused(client.post("/permissions", servers.root, "{\"codename\":\"" + marker + "\",\"text\":\"x\"}"));
        refused(new Browser().get(servers.servers.get(0).uri("/invitation?secret=" + marker)));
    }

    @AfterAll
    static void close() {
        servers.close();
        TRACES.close();
    }

    @Test
    void log_atTrace_holdsNoCanary() {
        List<String> output = servers.servers.get(0).output();
        assertThat(output).hasSizeGreaterThan(30);
        assertNothing(CANARIES.in("log", String.join("\n", output)).stream());
    }

    @Test
    void metrics_ofAllThat_holdNoCanary() {
        String metrics =
                new Browser().get(servers.servers.get(0).uri("/metrics")).body();
        assertThat(metrics).contains("/api/v1/me");
        assertNothing(CANARIES.in("metrics", metrics).stream());
    }

    @Test
    void refusals_ofAnyKind_holdNoCanary() {
        assertThat(REFUSALS).hasSizeGreaterThan(15);
        assertNothing(REFUSALS.stream()
                .flatMap(answer -> CANARIES.in("refusal", answer.headers().map() + " " + answer.body()).stream()));
    }

    @Test
    void mongo_anywhere_holdsNoCanary() {
        String documents = everythingIn(servers.mongoUri());
        assertThat(documents).contains("canary_service");
        assertNothing(CANARIES.in("mongo", documents).stream());
    }

    @Test
    void backup_anywhere_holdsNoCanary() {
        assertThat(BACKUP).containsKeys("accounts", "authTokens", "activity", BackupText.FRAME);
        assertThat(BACKUP.get("accounts")).contains("aux1_");
        assertNothing(BACKUP.entrySet().stream().flatMap(each -> CANARIES.in(each.getKey(), each.getValue()).stream()));
    }

    @Test
    void auditTrail_exported_holdsNoCanary() {
        String trail =
                servers.operator.ending(0, "audit", "export") + servers.operator.ending(0, "audit", "export", "--csv");
        assertThat(trail).contains("account.create", "token.create", "account.password");
        assertNothing(CANARIES.in("audit trail", trail).stream());
    }

    @Test
    void traces_ofAllRequests_holdNoCanary() {
        Eventually.holds("spans", () -> TRACES.received().contains("/api/v1/me"));
        assertNothing(CANARIES.in("traces", TRACES.received()).stream());
    }

    @Test
    void pages_ofStaffAndOfOnesOwn_showNoSecretAndNamesOnlyWhereTheyBelong() {
        assertThat(PAGES.get("/admin/accounts")).contains("canary.person");
        assertNothing(PAGES.entrySet().stream()
                .flatMap(page -> page.getKey().matches("/admin/accounts.*|/account(/profile)?")
                        ? CANARIES.secretsIn(page.getKey(), page.getValue()).stream()
                        : CANARIES.in(page.getKey(), page.getValue()).stream()));
    }

    private static String everythingIn(String mongoUri) {
        StringBuilder all = new StringBuilder();
        try (MongoClient client = MongoClients.create(mongoUri)) {
            for (String name : client.listDatabaseNames()) {
                for (String collection : client.getDatabase(name).listCollectionNames()) {
                    client.getDatabase(name)
                            .getCollection(collection)
                            .find()
                            .forEach(document -> all.append(document.toJson()).append('\n'));
                }
            }
        }
        return all.toString();
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        REFUSALS.add(answer);
    }

    private static void assertNothing(Stream<String> found) {
        assertThat(found.limit(20).toList()).isEmpty();
    }
}
