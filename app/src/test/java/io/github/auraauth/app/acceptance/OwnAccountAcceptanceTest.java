package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.adapter.pages.account.OwnAccountPages;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of one's own account, by everybody who must not have it, and what people may type there. */
class OwnAccountAcceptanceTest {
    private static final String ODD = "\"><script>alert(1)</script>{{7*7}}${7*7}";
    private static final Pattern TOKEN_FORM = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern SECRET = Pattern.compile("<code class=\"code\">(aurt_\\w+)</code>");

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static ServerProcess server;
    private static AdminVisitor ana;
    private static AdminVisitor ben;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        server = servers.servers.get(0);
        for (String name : List.of("ana", "ben", "cara", "dora", "emma")) {
            servers.withPassword(name);
        }
        servers.withPassword("ana", "view_account", "list_token", "list_activity", "destroy_token");
        ana = AdminVisitor.of(server, "ana");
        ben = AdminVisitor.of(server, "ben");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    static Stream<Operation> operations() {
        return OwnAccountPages.definition().operations().stream();
    }

    static Stream<Operation> changes() {
        return operations().filter(OwnAccountAcceptanceTest::isChange);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_withoutASession_leadsToTheLoginAndBack(Operation operation) {
        Browser nobody = new Browser();
        String path = path(operation);
        HttpResponse<String> answer =
                isChange(operation) ? nobody.submit(server.uri(path), Map.of()) : nobody.get(server.uri(path));

        assertThat(answer.statusCode()).isEqualTo(303);
        String next = isChange(operation) ? "/account" : path;
        assertThat(Browser.location(answer).toString()).isEqualTo("/login?next=" + AccountsClient.encoded(next));
    }

    @Test
    void page_tokenInThePlaceOfASession_leadsToTheLogin() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/account"));
        servers.token("ana").forEach(request::header);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/login?next=%2Faccount");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_thatNoFormOfOursAsksFor_isRefusedAndChangesNothing(Operation operation) {
        String before = servers.a.get("/activity", servers.root).body();
        String path = path(operation);

        assertRefused(ana.post(path, "", Map.of()));
        assertRefused(ana.post(path, ben.csrf(), Map.of()));
        for (String site : List.of("cross-site", "same-site", "elsewhere")) {
            assertRefused(ana.post(path, ana.csrf(), Map.of("Sec-Fetch-Site", site)));
        }
        assertThat(servers.a.get("/activity", servers.root).body()).isEqualTo(before);
        assertThat(ana.get("/account").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_ofWhatIsNotThere_isAPageAndNoFault(Operation operation) {
        AdminVisitor dora = AdminVisitor.of(server, "dora");
        HttpResponse<String> answer = isChange(operation) ? dora.post(path(operation)) : dora.get(path(operation));

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303, 400, 404);
        if (answer.statusCode() != 303) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'", "form-action 'self'");
            assertThat(answer.body()).hasSizeLessThan(50 * 1024).contains("</html>");
        }
    }

    @Test
    void text_thatLooksLikeMarkup_isTextWhereverItIsShown() {
        AdminVisitor cara = AdminVisitor.of(server, "cara");
        cara.done("/account/profile", "first_name", ODD, "last_name", ODD, "email", "cara@example.org");
        cara.post("/account/tokens/new", "name", ODD, "carries", "all", "days", "");
        servers.operator.run(
                "", "oidc", "create-client", ODD, "public", "--client-id", "odd", "-u", "http://localhost:1/callback");
        String consent = cara.page("/oidc/authorize?client_id=odd&response_type=code&scope=openid&state=s"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback");
        cara.post("/oidc/consent", "request", Browser.hiddenFields(consent).get("request"), "answer", "agree");
        String fault = cara.post("/account/profile", "first_name", "x".repeat(151), "last_name", ODD, "email", ODD)
                .body();

        for (String page : List.of(
                consent, fault, cara.page("/account"), cara.page("/account/profile"), cara.page("/account/tokens"))) {
            assertThat(page).contains("&lt;script", "{{7*7}}").doesNotContain("<script>alert");
        }
        assertThat(fault).contains("at most 150 characters", "This is not an e-mail address");
        for (String query : List.of("done=%3Cscript%3E", "done=javascript:", "cursor=%22%3E%3Cscript%3E")) {
            assertThat(cara.get("/account/activity?" + query).body()).doesNotContain("<script", "javascript:");
        }
    }

    @Test
    void token_thatIsSentTwice_isMadeOnce_andItsSecretShownOnce() {
        AdminVisitor emma = AdminVisitor.of(server, "emma");
        String id = found(TOKEN_FORM, emma.page("/account/tokens/new"));
        String[] form = {"id", id, "name", "mine", "carries", "all", "days", "30"};
        HttpResponse<String> first = emma.post("/account/tokens/new", form);
        HttpResponse<String> second = emma.post("/account/tokens/new", form);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("has been made already").doesNotContain("aurt_");
        Map<String, String> token = AccountsClient.by("Token " + found(SECRET, first.body()));
        assertThat(AccountsClient.results(servers.a.get("/tokens", token), "id"))
                .containsExactly(id);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");

        String path = "/account/tokens/" + id + "/revoke";
        assertThat(emma.page(path)).contains("Revoke it");
        emma.done(path);
        assertThat(Browser.location(emma.post(path)).toString()).isEqualTo("/account/tokens");
        assertThat(servers.a.get("/me", token).statusCode()).isEqualTo(401);
        assertThat(emma.get(path).statusCode()).isEqualTo(404);
    }

    /** Not even somebody who may see and end all of them does that here. */
    @Test
    void othersThings_byWhoeverMaySeeThem_areNotHere() {
        AccountServers.made(servers.a.post("/tokens", servers.account("program"), "{\"name\":\"its own\"}"));
        String id = AccountsClient.results(servers.a.get("/tokens?account=program", servers.root), "id")
                .get(0);
        String path = "/account/tokens/" + id + "/revoke";

        assertThat(ana.get(path).statusCode()).isEqualTo(404);
        assertThat(Browser.location(ana.post(path)).toString()).isEqualTo("/account/tokens");
        assertThat(ana.page("/account/tokens")).doesNotContain("its own");
        assertThat(AccountsClient.results(servers.a.get("/tokens?account=program", servers.root), "id"))
                .contains(id);
        assertThat(ana.page("/account/activity")).contains("Logged in").doesNotContain("Token made");
    }

    @Test
    void login_ofSomeMinutesAgo_isNotEnoughForSecurity_andLeadsBackToTheForm() {
        AdminVisitor dora = AdminVisitor.of(server, "dora");
        age(Duration.ofMinutes(6));
        Eventually.holds(
                "the session is known to be older",
                () -> dora.get("/account/tokens/new").statusCode() == 303);
        operations()
                .filter(operation ->
                        operation.tree().path("x-aura-recent-login").asBoolean())
                .forEach(operation -> {
                    String path = path(operation);
                    HttpResponse<String> answer = isChange(operation) ? dora.post(path) : dora.get(path);
                    assertThat(Browser.location(answer).toString())
                            .isEqualTo("/login?next=" + AccountsClient.encoded(path));
                });
        assertThat(dora.page("/account")).contains("What has access");
        assertThat(dora.page("/login?next=%2Faccount%2Ftokens%2Fnew"))
                .contains("Confirm that it is you", "value=\"dora\"", "value=\"/account/tokens/new\"");
    }

    @Test
    void root_leadsBrowsersOn_andIsNothingForPrograms() {
        Browser nobody = new Browser();
        HttpResponse<String> page = nobody.get(server.uri("/?utm=x"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("What runs here", "href=\"/api/v1/docs\"", "apikey generate");
        assertThat(page.headers().firstValue("Vary")).contains("Accept");
        assertThat(Browser.location(ana.get("/")).toString()).isEqualTo("/account");
        HttpResponse<String> program =
                new Api(server).call(HttpRequest.newBuilder(server.uri("/")).build());
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(program.body()).isEqualTo("{\"code\":\"NOT_FOUND\",\"message\":\"There is nothing at this path\"}");
    }

    private static void age(Duration by) {
        try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
            for (String database : mongo.listDatabaseNames()) {
                MongoCollection<Document> sessions = mongo.getDatabase(database).getCollection("sessions");
                sessions.updateMany(
                        new Document(),
                        new Document(
                                "$set",
                                new Document("begunAt", Date.from(Instant.now().minus(by)))));
            }
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static boolean isChange(Operation operation) {
        return operation.mapping().method().equals("POST");
    }

    private static String path(Operation operation) {
        return '/'
                + String.join("/", operation.mapping().template())
                        .replace("{token}", "00000000-0000-4000-8000-000000000000")
                        .replace("{passkey}", "AAAA");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }
}
