package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.encoded;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that look like those of others, and bodies that say more than they may. */
class AccountsNamesAcceptanceTest {
    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static Map<String, String> anne;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        servers.withPassword("paola");
        anne = servers.account("anne");
        servers.account("bert");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paola", "PAOLA", "\uff50\uff41ola", "pa\u1d3cla", "\u24dfaola"})
    void name_thatFoldsIntoAnother_isTaken(String twin) {
        HttpResponse<String> refused = servers.a.post("/accounts", servers.root, "{\"username\":\"" + twin + "\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("username")).isNotEmpty();
        assertThat(json(servers.a.get("/accounts/" + encoded(twin), servers.root))
                        .path("username")
                        .asText())
                .isEqualTo("paola");
        assertThat(servers.a.get("/me", basic(twin, PASSWORD)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u0430ola", // a Cyrillic a
                "paol\u03b1",
                "pa ola",
                "paola\u200b",
                "paola\u0000",
                "paola\u0301\u0301\u0301",
                "pao\u202ela",
                "paola/",
                ""
            })
    void name_ofLettersOfTwoScriptsOrOfOtherSigns_isNone(String name) {
        String escaped = name.replace("\u0000", "\\u0000");

        assertThat(servers.a
                        .post("/accounts", servers.root, "{\"username\":\"" + escaped + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e90\"",
                "\"email_verified\":true",
                "\"effective_permissions\":[\"list_account\"]",
                "\"last_login\":\"2026-03-01T09:30:00.000Z\"",
                "\"date_joined\":\"2026-03-01T09:30:00.000Z\"",
                "\"is_superuser\":true",
                "\"is_staff\":true",
                "\"is_active\":false",
                "\"groups\":[\"Host\"]",
                "\"permissions\":[\"list_account\"]"
            })
    void member_thatOneMayNotSet_isRefusedByItsName_andNothingElseIsSet(String member) {
        String field = member.substring(1, member.indexOf('"', 1));

        HttpResponse<String> refused =
                servers.a.patch("/accounts/anne", anne, "{\"first_name\":\"Mallory\"," + member + '}');

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path(field)).isNotEmpty();
        assertThat(servers.a.get("/accounts/anne", anne).body()).doesNotContain("Mallory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"password\":\"x\"", "\"epoch\":7", "\"state\":\"ACTIVE\"", "\"_id\":\"x\"", "\"$set\":{}"})
    void member_thatNobodyKnows_isRefused(String member) {
        assertThat(servers.a
                        .patch("/accounts/anne", servers.root, "{\"first_name\":\"Mallory\"," + member + '}')
                        .statusCode())
                .isEqualTo(400);
        assertThat(servers.a
                        .post("/accounts", servers.root, "{\"username\":\"mallory\"," + member + '}')
                        .statusCode())
                .isEqualTo(400);
        assertThat(servers.a.get("/accounts/mallory", servers.root).statusCode())
                .isEqualTo(404);
    }

    @Test
    void change_withAnotherNameInTheBody_isOfTheAccountOfThePath() {
        HttpResponse<String> changed =
                servers.a.patch("/accounts/anne", anne, "{\"username\":\"bert\",\"last_name\":\"Other\"}");

        assertThat(json(made(changed)).path("username").asText()).isEqualTo("anne");
        assertThat(servers.a.get("/accounts/bert", servers.root).body()).doesNotContain("Other");
        assertThat(servers.a
                        .patch("/accounts/bert", anne, "{\"username\":\"anne\",\"last_name\":\"Other\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void newToken_withMembersOfTheServiceItself_isRefused() {
        for (String member : new String[] {"secret", "id", "source"}) {
            String json = "{\"name\":\"t\",\"" + member + "\":\"listed\"}";
            assertThat(servers.a.post("/tokens", anne, json).statusCode()).isEqualTo(403);
        }
    }
}
