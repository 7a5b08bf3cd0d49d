package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.list;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gives, takes away or takes over what they have not: ways in which somebody might try. */
class AccountsEscalationAcceptanceTest {
    /** What whoever manages accounts has, short of being a superuser. */
    private static final String[] MANAGING = {
        "list_account", "view_account", "create_account", "update_account", "destroy_account",
        "create_group", "update_group", "destroy_group", "create_token", "destroy_token"
    };

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static Map<String, String> manager;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        servers.permission("update_show");
        servers.group("Mighty", "update_show");
        manager = servers.account("manager", MANAGING);
        servers.account("mighty", "update_show");
        servers.account("plain");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"permissions\":[\"update_show\"]}",
                "{\"groups\":[\"Mighty\"]}",
                "{\"is_superuser\":true}",
                "{\"is_staff\":true}"
            })
    void change_ofOneselfOrAnother_beyondOnesOwnRights_isRefusedByItsField(String wanted) {
        for (String target : new String[] {"manager", "plain"}) {
            assertForbidden(servers.a.patch("/accounts/" + target, manager, wanted), wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"permissions\":[\"update_show\"]",
                "\"groups\":[\"Mighty\"]",
                "\"is_superuser\":true",
                "\"is_staff\":true"
            })
    void newAccount_beyondOnesOwnRights_isNotMade(String wanted) {
        assertForbidden(
                servers.a.post("/accounts", manager, "{\"username\":\"puppet\"," + wanted + '}'), '{' + wanted + '}');
        assertThat(servers.a.get("/accounts/puppet", servers.root).statusCode()).isEqualTo(404);
    }

    @Test
    void newAccount_byWhoeverMayOnlyMakeThem_doesNotGetTheRightToChangeThem() {
        servers.group("Changing", "update_account");
        Map<String, String> maker = servers.account("maker", "create_account");

        assertForbidden(
                servers.a.post("/accounts", maker, "{\"username\":\"golem\",\"permissions\":[\"update_account\"]}"),
                "{\"permissions\":1}");
        assertForbidden(
                servers.a.post("/accounts", maker, "{\"username\":\"golem\",\"groups\":[\"Changing\"]}"),
                "{\"groups\":1}");
        made(servers.a.post(
                "/accounts",
                maker,
                "{\"username\":\"golem\",\"permissions\":[\"create_account\"],\"groups\":[\"Host\"]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"mallory@example.org\"}",
                "{\"first_name\":\"Mallory\"}",
                "{\"permissions\":[]}",
                "{\"is_active\":false}"
            })
    void change_ofSomebodyWithMore_isRefused(String wanted) {
        for (String target : new String[] {"mighty", "root"}) {
            assertThat(servers.a.patch("/accounts/" + target, manager, wanted).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void somebodyWithMore_isNeitherInvitedNorDeleted_norGivenATokenToActBy() {
        for (String target : new String[] {"mighty", "root"}) {
            assertThat(servers.a
                            .post("/accounts/" + target + "/invite", manager, "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(servers.a.delete("/accounts/" + target, manager).statusCode())
                    .isEqualTo(403);
            for (String permissions : new String[] {"", ",\"permissions\":[]", ",\"permissions\":[\"list_account\"]"}) {
                String token = "{\"name\":\"theirs\",\"account\":\"" + target + '"' + permissions + '}';
                assertThat(servers.a.post("/tokens", manager, token).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void revoke_tokenOfSomebodyWithMore_isRefused() {
        String id = json(made(servers.a.post("/tokens", servers.root, "{\"name\":\"root's\",\"permissions\":[]}")))
                .path("id")
                .asText();

        assertThat(servers.a.delete("/tokens/" + id, manager).statusCode()).isEqualTo(403);
    }

    @Test
    void group_oneIsIn_isNotWidened_norMadeNorDeletedBeyondOnesOwnRights() {
        servers.group("Team", "list_account");
        made(servers.a.patch("/accounts/manager", servers.root, "{\"groups\":[\"Team\"]}"));

        assertForbidden(
                servers.a.patch("/groups/Team", manager, "{\"permissions\":[\"list_account\",\"update_show\"]}"),
                "{\"permissions\":1}");
        assertForbidden(
                servers.a.post("/groups", manager, "{\"name\":\"New\",\"permissions\":[\"update_show\"]}"),
                "{\"permissions\":1}");
        assertThat(servers.a
                        .patch("/groups/Mighty", manager, "{\"permissions\":[]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(servers.a.delete("/groups/Mighty", manager).statusCode()).isEqualTo(403);
        made(servers.a.patch("/groups/Team", manager, "{\"permissions\":[\"list_account\",\"view_account\"]}"));
        made(servers.a.patch("/accounts/manager", servers.root, "{\"groups\":[]}"));
    }

    @Test
    void token_beyondOnesOwnRights_isNotMade() {
        assertForbidden(
                servers.a.post("/tokens", manager, "{\"name\":\"more\",\"permissions\":[\"update_show\"]}"),
                "{\"permissions\":1}");
    }

    @Test
    void restrictedToken_mintsNoOtherWithMore_norActsBeyondIt() {
        Map<String, String> restricted = servers.tokenOf("manager", "create_token", "update_account");
        Map<String, String> ofRoot = servers.tokenOf("root", "create_token", "update_account");
        for (Map<String, String> token : List.of(restricted, ofRoot)) {
            for (String wanted : new String[] {"", ",\"permissions\":" + list("list_account")}) {
                assertThat(servers.a
                                .post("/tokens", token, "{\"name\":\"full\"" + wanted + '}')
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(servers.a
                            .patch("/accounts/plain", token, "{\"permissions\":[\"list_account\"]}")
                            .statusCode())
                    .isEqualTo(403);
        }
        String own = "/accounts/manager";
        assertThat(servers.a
                        .patch(own, restricted, "{\"email\":\"a@example.org\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(servers.a.patch(own, restricted, "{\"is_active\":false}").statusCode())
                .isEqualTo(403);
        assertThat(servers.a
                        .patch("/accounts/root", ofRoot, "{\"is_superuser\":false}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A refusal that names the one member of the body that is at fault. */
    private static void assertForbidden(HttpResponse<String> response, String wanted) {
        String field = wanted.substring(2, wanted.indexOf('"', 2));
        assertThat(response.statusCode()).as(wanted).isEqualTo(403);
        assertThat(json(response).path(field)).as(response.body()).isNotEmpty();
    }
}
