package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of administration refuse as API and commands do, and that sending a form twice does no harm. */
class AdminPagesAcceptanceTest {
    private static final String ODD = "\"><img src=x onerror=alert(1)>{{7*7}}";
    private static final String PHONE = "+34600777888";
    private static final Pattern SECRETS = Pattern.compile("name=\"known_secrets\" value=\"([^\"]*)\"");
    private static final Pattern NEWEST = Pattern.compile("name=\"newest\" value=\"([^\"]*)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static ServerProcess server;
    private static AdminVisitor boss;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        server = servers.servers.get(0);
        servers.withPassword("boss");
        patch("boss", "\"is_superuser\":true");
        boss = AdminVisitor.of(server, "boss");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void newAccount_sentTwice_isMadeOnceAndSaysSo() {
        String[] fields = {"username", "twice", "first_name", ODD, "last_name", "", "email", ""};
        assertThat(boss.post("/admin/new-account", fields).body()).contains("/invitation?secret=");
        HttpResponse<String> again = boss.post("/admin/new-account", fields);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("id=\"username-fault\"").doesNotContain("/invitation?secret=");
        assertThat(boss.page("/admin/accounts/twice"))
                .contains("&lt;img src=x onerror=alert(1)")
                .doesNotContain("<img");
    }

    @Test
    void newToken_sentTwice_isMadeOnce() {
        servers.account("token-owner");
        String[] fields = {"account", "token-owner", "token_name", ODD, "expires_on", "", "all_permissions", "true"};
        assertThat(boss.post("/admin/new-token", fields).body()).contains("aurt_");
        assertThat(boss.post("/admin/new-token", fields).body())
                .contains("id=\"token_name-fault\"")
                .doesNotContain("aurt_");
        assertThat(boss.page("/admin/tokens?account=token-owner")).doesNotContain("<img", "aurt_");
    }

    @Test
    void clientSecret_sentTwice_isMadeOnce() {
        client("twofold");
        String known = found(SECRETS, boss.page("/admin/client?id=twofold"));
        assertThat(boss.post("/admin/client-secret", "client_id", "twofold", "known_secrets", known)
                        .body())
                .contains("aurc_");
        assertThat(boss.post("/admin/client-secret", "client_id", "twofold", "known_secrets", known)
                        .body())
                .doesNotContain("aurc_");
        assertThat(client("twofold").body()).contains("id=\"client_id-fault\"");
    }

    @Test
    void client_withAddressesThatLeadAstray_isRefusedBesideTheField() {
        for (String address : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "https://a.example/#f",
                "//a.example/",
                "https://a@b.example/")) {
            HttpResponse<String> answer = boss.post(
                    "/admin/new-client",
                    "client_id",
                    "astray",
                    "client_name",
                    "Astray",
                    "client_type",
                    "confidential",
                    "redirect_uris",
                    address,
                    "access_lifetime",
                    "10m",
                    "refresh_lifetime",
                    "30d");
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body()).contains("id=\"redirect_uris-fault\"");
        }
        assertThat(boss.get("/admin/client?id=astray").statusCode()).isEqualTo(404);
    }

    @Test
    void signingKeys_rotatedTwiceByOneForm_areRotatedOnce() {
        boss.post(
                "/admin/signing-keys", "algorithm", "RS256", "newest", found(NEWEST, boss.page("/admin/signing-keys")));
        String newest = found(NEWEST, boss.page("/admin/signing-keys/rotation"));
        boss.done("/admin/signing-keys/rotation", "newest", newest);
        HttpResponse<String> again = boss.post("/admin/signing-keys/rotation", "newest", newest);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("changed since you opened");
    }

    @Test
    void rights_beyondOnesOwn_areRefusedAsByTheApi() {
        servers.withPassword("manager", "view_account", "update_account", "list_account", "view_group");
        patch("manager", "\"is_staff\":true");
        servers.account("subject");
        AdminVisitor manager = AdminVisitor.of(server, "manager");
        String page = manager.page("/admin/accounts/subject/rights");
        assertThat(page).contains("value=\"list_account\"").doesNotContain("value=\"destroy_account\"");
        String revision = found(REVISION, page);
        HttpResponse<String> refused =
                manager.post("/admin/accounts/subject/rights", "revision", revision, "permissions", "destroy_account");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("beyond your own permissions");
        assertThat(manager.post("/admin/accounts/boss/state", "active", "false").body())
                .contains("beyond your own permissions");
        manager.done("/admin/accounts/subject/rights", "revision", revision, "permissions", "list_account");
        assertThat(json(servers.a.get("/accounts/subject", servers.root))
                        .path("permissions")
                        .toString())
                .isEqualTo("[\"list_account\"]");
    }

    @Test
    void rights_ofAnAccountThatWasChangedMeanwhile_areNotTurnedBack() {
        servers.account("moving");
        String revision = found(REVISION, boss.page("/admin/accounts/moving/rights"));
        patch("moving", "\"permissions\":[\"list_group\"]");
        HttpResponse<String> late =
                boss.post("/admin/accounts/moving/rights", "revision", revision, "permissions", "list_token");
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("changed since you opened");
        assertThat(json(servers.a.get("/accounts/moving", servers.root))
                        .path("permissions")
                        .toString())
                .isEqualTo("[\"list_group\"]");
    }

    @Test
    void permissionOfOurs_isNotOfferedForDeletion_andCannotBeDeleted() {
        assertThat(boss.get("/admin/permission-deletion?name=view_user").statusCode())
                .isEqualTo(404);
        assertThat(boss.post("/admin/permission-deletion", "codename", "view_user")
                        .body())
                .contains("belongs to the service itself");
    }

    @Test
    void person_foundByPhone_isRemovedAndErased_andTheNumberIsInNoActivityAndNoLog() {
        register("phone-1");
        register("phone-2");
        String found = boss.post("/admin/users", "person", "0034 600 777 888").body();
        assertThat(found).contains("Rows of this person: 2", PHONE);
        String auraId = found(Pattern.compile("name=\"aura_id\" value=\"([^\"]*)\""), found);
        assertThat(boss.post("/admin/users/removal", "aura_id", auraId).body()).contains("Remove this user?");
        boss.done("/admin/users/remove", "aura_id", auraId);
        assertThat(boss.post("/admin/users/remove", "aura_id", auraId).statusCode())
                .isEqualTo(404);
        assertThat(boss.post("/admin/users/erasure", "phone_number", PHONE).body())
                .contains("1 rows");
        boss.done("/admin/users/erase", "phone_number", PHONE);
        assertThat(boss.post("/admin/users/erase", "phone_number", PHONE).statusCode())
                .isEqualTo(404);
        assertThat(boss.post("/admin/users", "person", PHONE).body()).contains("Nothing is stored");
        assertThat(boss.page("/admin/activity"))
                .contains("person erased", auraId)
                .doesNotContain("600777888");
        assertThat(String.join("\n", server.output())).doesNotContain("600777888");
    }

    @Test
    void lists_withQueriesThatMeanNothing_arePagesWithoutThem() {
        for (String query :
                List.of("%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "javascript:alert(1)", "%00", "..", "%27")) {
            for (String path : List.of(
                    "/admin/accounts?group=",
                    "/admin/accounts?username=",
                    "/admin/accounts?cursor=",
                    "/admin/groups?cursor=",
                    "/admin/group?name=",
                    "/admin/permissions?cursor=",
                    "/admin/tokens?account=",
                    "/admin/new-token?account=",
                    "/admin/client?id=",
                    "/admin/apikeys?cursor=",
                    "/admin/consumer-revocation?consumer=",
                    "/admin/terms?service=",
                    "/admin/activity?account=",
                    "/admin/activity?done=")) {
                HttpResponse<String> answer = boss.get(path + query);
                assertThat(answer.statusCode()).as(path + query).isIn(200, 303, 400, 404);
                assertThat(answer.body()).as(path + query).doesNotContain("<script", "href=\"javascript:");
            }
        }
    }

    private static HttpResponse<String> client(String id) {
        return boss.post(
                "/admin/new-client",
                "client_id",
                id,
                "client_name",
                ODD,
                "client_type",
                "confidential",
                "redirect_uris",
                "https://client.example/callback",
                "scopes",
                "profile",
                "pkce_required",
                "true",
                "id_token_alg",
                "ES256",
                "access_lifetime",
                "10m",
                "refresh_lifetime",
                "30d");
    }

    private static void register(String session) {
        Api api = new Api(server);
        HttpResponse<String> answer = api.call(api.request("/users/aura-id", Api.key("kernel", AccessMode.WRITE))
                .header("x-4p-channel-id", Api.CHANNEL)
                .header("x-4p-user-id", "user-of-" + session)
                .header("x-4p-authorization-id", session)
                .header("x-4p-authentication-type", "phone_number")
                .header("x-4p-authentication-identifier", PHONE)
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void patch(String username, String members) {
        AccountServers.made(servers.a.patch("/accounts/" + username, servers.root, '{' + members + '}'));
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
