package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.AccountsClient.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the seed says of accounts, tokens and permissions, one test a sentence. */
class AccountsSeedAcceptanceTest {
    private static final String LISTED = "a-listed-secret-of-the-media-store";
    private static final Map<String, String> MEDIA_STORE = by("Token " + LISTED);

    /** As the seed has it, beside another line. */
    private static final String AUTH_TOKENS = """

            media_store:%s:update_mediasource&update_playlist&view_show
            playlog:another-listed-secret-of-somebody:view_show
            """.formatted(LISTED);

    @TempDir
    private static Path folder;

    private static AccountServers servers;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of("AUTH_TOKENS", AUTH_TOKENS));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void token_madeByHandForAnAccountWithLimitedRights_carriesTheseAlone() {
        servers.account("limited", "list_account");
        String secret = servers.operator.run(
                "", "token", "create", "by hand", "--account", "limited", "--permission", "list_account");

        HttpResponse<String> me = servers.a.get("/me", by("Token " + secret));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).path("effective_permissions"))
                .extracting(node -> node.asText())
                .containsExactly("list_account");
        assertThat(servers.a.get("/accounts", by("Token " + secret)).statusCode())
                .isEqualTo(200);
        assertThat(servers.a
                        .post("/accounts", by("Token " + secret), "{\"username\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void curl_withTheHeaderOfTheSeed_showsTheAccount() throws IOException, InterruptedException {
        URI me = servers.servers.get(0).uri("/api/v1/me");
        Process curl = new ProcessBuilder(
                        "curl", "--silent", "--header", "Authorization: Token " + LISTED, me.toString())
                .redirectErrorStream(true)
                .start();

        String printed = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(curl.exitValue()).isZero();
        assertThat(new ObjectMapper().readTree(printed).path("username").asText())
                .isEqualTo("media_store");
    }

    @Test
    void results_byAnotherToken_differ() {
        servers.account("bystander");
        Map<String, String> bystander = servers.token("bystander");
        Map<String, String> lister = servers.account("lister", "list_account", "update_mediasource");

        assertThat(results(servers.a.get("/accounts", bystander), "username")).containsExactly("bystander");
        assertThat(results(servers.a.get("/accounts", lister), "username"))
                .contains("bystander", "lister", "media_store", "root");
        assertThat(json(servers.a.get("/me", bystander)).path("username").asText())
                .isEqualTo("bystander");
        assertThat(json(servers.a.get("/me", lister)).path("username").asText()).isEqualTo("lister");
        assertThat(held(bystander)).isEmpty();
        assertThat(held(lister)).containsExactly("list_account", "update_mediasource");
        assertThat(servers.a.get("/me", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void listedToken_ofTheMediaStore_hasItsThreePermissions() {
        HttpResponse<String> me = servers.a.get("/me", MEDIA_STORE);

        assertThat(json(me).path("username").asText()).isEqualTo("media_store");
        assertThat(json(me).path("effective_permissions"))
                .extracting(node -> node.asText())
                .containsExactly("update_mediasource", "update_playlist", "view_show");
        assertThat(json(me).path("is_staff").asBoolean()).isFalse();
        assertThat(held(by("Token another-listed-secret-of-somebody"))).containsExactly("view_show");
    }

    @Test
    void permissions_ofAMember_areThoseOfTheAccountAndOfItsGroups() {
        servers.permission("add_show");
        servers.permission("change_show");
        Map<String, String> anne = servers.account("anne", "add_show");
        made(servers.a.patch("/groups/Host", servers.root, "{\"permissions\":[\"change_show\"]}"));
        made(servers.a.patch("/accounts/anne", servers.root, "{\"groups\":[\"Host\"]}"));

        var me = json(servers.a.get("/accounts/anne", servers.root));

        assertThat(me.path("permissions")).extracting(node -> node.asText()).containsExactly("add_show");
        assertThat(me.path("groups")).extracting(node -> node.asText()).containsExactly("Host");
        assertThat(me.path("effective_permissions"))
                .extracting(node -> node.asText())
                .containsExactly("add_show", "change_show");
        assertThat(held(anne)).containsExactly("add_show", "change_show");
    }

    @Test
    void anyPermission_isTheListOfAll_withTheirTextsForWhoeverIsSignedIn() {
        HttpResponse<String> anonymous = servers.a.get("/permissions?page_size=200", Map.of());
        HttpResponse<String> signedIn = servers.a.get("/permissions?page_size=200", MEDIA_STORE);

        assertThat(results(anonymous, "codename"))
                .contains("update_mediasource", "update_playlist", "view_show", "list_account")
                .isSorted();
        assertThat(json(anonymous).path("results").findValues("text")).isEmpty();
        assertThat(results(signedIn, "codename")).containsAll(results(anonymous, "codename"));
        assertThat(results(signedIn, "text")).allMatch(text -> !text.isEmpty());
    }

    /** What the list of permissions says that the credential has. */
    private static List<String> held(Map<String, String> headers) {
        HttpResponse<String> all = servers.a.get("/permissions?page_size=200", headers);
        return StreamSupport.stream(json(all).path("results").spliterator(), false)
                .filter(permission -> permission.path("held").asBoolean())
                .map(permission -> permission.path("codename").asText())
                .toList();
    }
}
