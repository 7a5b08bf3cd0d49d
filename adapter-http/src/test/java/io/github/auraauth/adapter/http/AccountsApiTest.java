package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.in.account.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the accounts API reads, asks and answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsApiTest {
    private static final Rights LIMITED = new Rights(false, false, Set.of(new Permission("add_mediasource")));

    private RunningAccounts server;
    private FakeAccounts core;

    @BeforeAll
    void start() {
        server = RunningAccounts.published();
        core = server.core;
    }

    @BeforeEach
    void reset() {
        core.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void me_byAToken_isTheAccountWithWhatTheTokenCarries() {
        JsonNode me = RunningAccounts.json(server.call("GET", "/me", server.token(LIMITED), ""));

        assertThat(me.toString())
                .isEqualTo("{\"id\":\"5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e90\",\"username\":\"me\",\"email\":\"\","
                        + "\"email_verified\":false,\"first_name\":\"\",\"last_name\":\"\",\"is_active\":true,"
                        + "\"is_staff\":false,\"is_superuser\":false,\"groups\":[\"Mine\"],\"permissions\":[],"
                        + "\"effective_permissions\":[\"add_mediasource\"],\"second_factor\":false,"
                        + "\"last_login\":null,"
                        + "\"date_joined\":\"2026-03-01T09:30:00.000Z\"}");
    }

    @Test
    void permissions_forDifferentTokens_differ() {
        JsonNode nobodys = RunningAccounts.json(server.send(server.request("/permissions")));
        JsonNode limited = RunningAccounts.json(server.call(
                "GET", "/permissions", server.token(new Rights(false, false, Set.of(OwnPermissions.LIST_TOKEN))), ""));
        JsonNode all = RunningAccounts.json(server.call("GET", "/permissions", server.token(Rights.ALL), ""));

        assertThat(nobodys.path("results")).hasSize(OwnPermissions.all().size()).allMatch(each -> each.size() == 1);
        assertThat(limited.path("results"))
                .filteredOn(each -> each.path("held").booleanValue())
                .extracting(each -> each.path("codename").asText())
                .containsExactly("list_token");
        assertThat(limited.path("results"))
                .allMatch(each -> !each.path("text").asText().isEmpty());
        assertThat(all.path("results")).allMatch(each -> each.path("held").booleanValue());
    }

    @Test
    void list_withACursorBehind_givesItsAddressBelowThePublicOne_whateverHostSays() {
        core.page = new Page<>(
                List.of(FakeAccounts.details(FakeAccounts.ME, Rights.NONE)),
                Optional.of("a+b/c="),
                Optional.empty(),
                Optional.of(10_000));
        JsonNode page = RunningAccounts.json(server.send(server.request(
                        "/accounts?page_size=7&is_active=true&group=Mine%20%26%20yours&count=true&cursor=first&other=1")
                .header("Authorization", server.token(Rights.ALL))
                .header("X-Forwarded-Host", "evil.example")));

        assertThat(page.path("next").asText())
                .isEqualTo("https://id.example/auth/api/v1/accounts?cursor=a%2Bb%2Fc%3D&page_size=7&count=true"
                        + "&is_active=true&group=Mine+%26+yours");
        assertThat(page.path("previous").isNull()).isTrue();
        assertThat(page.path("count").asInt()).isEqualTo(10_000);
        assertThat(page.path("results")).hasSize(1);
        assertThat(core.calls)
                .last()
                .asString()
                .contains("active=Optional[true]", "staff=Optional.empty", "Mine & yours")
                .contains("PageRequest[cursor=Optional[first], size=7, count=true]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page_size=0",
                "page_size=201",
                "page_size=x",
                "count=1",
                "is_active=True",
                "cursor=",
                "cursor=%20"
            })
    void list_withAParameterThatIsNone_isRefused_namingIt(String query) {
        HttpResponse<String> answer = server.call("GET", "/accounts?" + query, server.token(Rights.ALL), "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void create_ofAnAccount_givesAnAddressThatIsGoodOnce() {
        HttpResponse<String> answer = server.call("POST", "/accounts", server.token(Rights.ALL), """
                {"username": "Ada", "email": "ada@example.com", "first_name": "Ada", "is_active": true,
                 "groups": ["Host"], "permissions": ["add_mediasource"], "last_login": null}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(RunningAccounts.json(answer).path("invite").asText())
                .isEqualTo("https://id.example/auth/invitation?secret=an+invitation");
        assertThat(core.calls).last().isEqualTo("create ada Ada ada@example.com true - [add_mediasource]");
    }

    @ParameterizedTest
    @CsvSource({
        "id, '\"5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e90\"'",
        "last_login, '\"2026-03-01T09:30:00.000Z\"'",
        "date_joined, '\"2026-03-01T09:30:00.000Z\"'",
        "email_verified, true",
        "effective_permissions, '[\"view_account\"]'",
    })
    void change_ofWhatNobodyMaySet_isForbidden_namingIt(String member, String value) {
        for (String call : List.of("PATCH /accounts/me", "POST /accounts")) {
            String body = "{\"username\":\"ada\",\"" + member + "\":" + value + '}';
            String[] parts = call.split(" ", 2);
            HttpResponse<String> answer = server.call(parts[0], parts[1], server.token(Rights.ALL), body);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(RunningAccounts.json(answer).path(member).get(0).asText())
                    .isEqualTo("You may not set this field.");
            assertThat(RunningAccounts.json(answer).path("message").asText()).startsWith(member);
        }
        assertThat(core.calls).noneMatch(call -> call.startsWith("change") || call.startsWith("create"));
    }

    @ParameterizedTest
    @CsvSource({
        "is_staff, true",
        "is_superuser, true",
        "is_active, false",
        "groups, '[\"Host\"]'",
        "permissions, '[\"a_b\"]'"
    })
    void change_ofMoreThanOnesOwnNames_withoutThePermission_isForbidden_namingIt(String member, String value) {
        HttpResponse<String> answer =
                server.call("PATCH", "/accounts/me", server.token(Rights.NONE), "{\"" + member + "\":" + value + '}');

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo("FORBIDDEN");
        assertThat(RunningAccounts.json(answer).has(member)).isTrue();
        assertThat(core.calls).noneMatch(call -> call.startsWith("change"));
    }

    @Test
    void change_withAnotherUserNameInTheBody_changesTheAccountOfThePath() {
        HttpResponse<String> answer = server.call(
                "PATCH", "/accounts/me", server.token(Rights.NONE), "{\"username\":\"other\",\"first_name\":\"Ada\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(core.calls).last().isEqualTo("change me Ada - - - -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "is_admin", "epoch", "_id", "$set", "__proto__"})
    void change_ofWhatIsNoMember_isRefused(String member) {
        HttpResponse<String> answer =
                server.call("PATCH", "/accounts/me", server.token(Rights.ALL), "{\"" + member + "\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningAccounts.json(answer).path("non_field_errors").get(0).asText())
                .startsWith("The body has a member that is not known");
        assertThat(core.calls).noneMatch(call -> call.startsWith("change"));
    }

    @Test
    void body_withSeveralFaults_isToldFieldByField_asRestFrameworkDoes() {
        JsonNode faults = RunningAccounts.json(server.call(
                "POST", "/accounts", server.token(Rights.ALL), "{\"is_staff\":\"yes\",\"permissions\":[\"a_b\",7]}"));

        assertThat(faults.path("code").asText()).isEqualTo("INVALID_REQUEST");
        assertThat(faults.path("username").get(0).asText()).isEqualTo("This field is required.");
        assertThat(faults.path("is_staff").get(0).asText()).startsWith("This field must be true or false");
        assertThat(faults.path("permissions").get(0).asText()).startsWith("An element of this field must be");
        assertThat(faults.path("detail").isTextual()).isTrue();
    }

    @Test
    void parameter_thatIsNone_isNamedAsItIsSpelled() {
        assertThat(RunningAccounts.json(server.call("GET", "/accounts?page_size=0", server.token(Rights.ALL), ""))
                        .path("detail")
                        .asText())
                .isEqualTo("page_size must be a whole number from 1 to 200.");
    }

    @ParameterizedTest
    @CsvSource({"email, no-address", "username, 'two words'", "username, 'аda'"})
    void create_withATextThatIsNone_isRefused_withoutRepeatingIt(String member, String value) {
        String body = "{\"username\":\"ada\",\"" + member + "\":\"" + value + "\"}";
        HttpResponse<String> answer = server.call(
                "POST",
                "/accounts",
                server.token(Rights.ALL),
                body.replace("\"username\":\"ada\",\"username", "\"username"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningAccounts.json(answer).path(member)).hasSize(1);
        assertThat(answer.body()).doesNotContain(value);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ABSENT", "TAKEN", "LAST_SUPERUSER", "BUILT_IN", "REAUTHENTICATION_REQUIRED"})
    void refusal_ofAMember_namesIt_andOfTooMany_saysWhenToComeBack(Reason reason) {
        core.refusal = Optional.of(Refusal.of(reason, "new_password"));
        HttpResponse<String> answer = server.call(
                "POST",
                "/me/password",
                server.token(Rights.NONE),
                "{\"current_password\":\"a\",\"new_password\":\"b\"}");
        int status = Map.of(Reason.FORBIDDEN, 403, Reason.TOO_MANY, 429).getOrDefault(reason, 400);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
        assertThat(RunningAccounts.json(answer).path("new_password")).hasSize(status == 429 ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, 409, ALREADY_EXISTS",
        "LAST_SUPERUSER, 409, LAST_SUPERUSER",
        "BUILT_IN, 409, BUILT_IN",
        "ABSENT, 404, NOT_FOUND"
    })
    void refusal_ofAnotherState_isAConflict_andOfWhatIsAbsent_notFound(Reason reason, int status, String code) {
        core.refusal = Optional.of(Refusal.of(reason));
        HttpResponse<String> answer = server.call("DELETE", "/permissions/view_account", server.token(Rights.ALL), "");
        HttpResponse<String> account = server.call("DELETE", "/accounts/other", server.token(Rights.ALL), "");

        assertThat(List.of(answer.statusCode(), account.statusCode())).containsOnly(status);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo(code);
    }

    @Test
    void token_thatIsMade_showsItsSecretThisOnce() {
        JsonNode made = RunningAccounts.json(server.call("POST", "/tokens", server.token(Rights.NONE), """
                {"name": "x", "permissions": ["add_mediasource"], "expires_at": "2027-03-01T10:30:00+01:00"}"""));
        JsonNode read = RunningAccounts.json(
                server.call("GET", "/tokens/" + FakeAccounts.MY_TOKEN.id().value(), server.token(Rights.NONE), ""));

        assertThat(made.path("secret").asText()).isEqualTo("aurt_x_y");
        assertThat(read.toString())
                .isEqualTo("{\"id\":\"5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e92\",\"name\":\"a token\",\"account\":\"me\","
                        + "\"permissions\":[\"add_mediasource\"],\"expires_at\":null,\"last_used_at\":null,"
                        + "\"created_at\":\"2026-03-01T09:30:00.000Z\",\"source\":\"created\"}");
        assertThat(core.calls).anyMatch(call -> call.contains("2027-03-01T09:30:00Z"));
    }

    @Test
    void token_forAnotherAccount_withoutThePermission_isForbidden_namingTheMember() {
        HttpResponse<String> answer =
                server.call("POST", "/tokens", server.token(Rights.NONE), "{\"name\":\"x\",\"account\":\"other\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningAccounts.json(answer).has("account")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /groups, id, '{\"name\":\"x\",\"id\":\"1\"}'",
        "PATCH, /groups/Mine, id, '{\"id\":\"1\"}'",
        "POST, /permissions, held, '{\"codename\":\"a_b\",\"held\":true}'",
        "POST, /tokens, id, '{\"name\":\"x\",\"id\":\"1\"}'",
        "POST, /tokens, secret, '{\"name\":\"x\",\"secret\":\"chosen\"}'",
        "POST, /tokens, source, '{\"name\":\"x\",\"source\":\"listed\"}'",
        "POST, /tokens, created_at, '{\"name\":\"x\",\"created_at\":\"2020\"}'",
        "POST, /tokens, last_used_at, '{\"name\":\"x\",\"last_used_at\":\"2020\"}'",
    })
    void create_withWhatTheServiceAloneSays_isForbidden_namingIt(
            String method, String path, String member, String body) {
        HttpResponse<String> answer = server.call(method, path, server.token(Rights.ALL), body);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningAccounts.json(answer).has(member)).isTrue();
        assertThat(core.calls).containsExactly("by token");
    }

    @Test
    void change_ofAGroup_withAnIdOrNameInTheBody_changesTheGroupOfThePath() {
        server.call("PATCH", "/groups/Mine", server.token(Rights.ALL), "{\"name\":\"Others\"}");

        assertThat(core.calls).last().isEqualTo("change group Mine Others");
    }

    @Test
    void store_thatIsAway_isUnavailable_andSaysWhenToComeBack() {
        core.away = true;
        HttpResponse<String> answer = server.call("GET", "/me", server.token(Rights.NONE), "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(RunningAccounts.json(answer).path("detail").asText()).isEqualTo("The service cannot do this now.");
        assertThat(answer.body()).doesNotContain("mongo");
    }

    @Test
    void account_thatIsThereOrNot_withoutThePermission_isAnsweredAlike() {
        HttpResponse<String> there = server.call("GET", "/accounts/other", server.token(Rights.NONE), "");
        HttpResponse<String> absent = server.call("GET", "/accounts/nobody", server.token(Rights.NONE), "");

        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(there.body()).isEqualTo(absent.body());
    }

    @Test
    void secrets_inAnyAnswer_areNotToBeKept() {
        for (String path : List.of("/me", "/tokens", "/permissions", "/nothing")) {
            assertThat(server.call("GET", path, server.token(Rights.NONE), "")
                            .headers()
                            .firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }

    @Test
    void request_ofAnotherMethodOrMediaType_isRefusedInTheFormOfThisApi() {
        HttpResponse<String> method = server.call("PUT", "/accounts/me", server.token(Rights.ALL), "{}");
        HttpResponse<String> type = server.send(server.request("/accounts")
                .header("Authorization", server.token(Rights.ALL))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, PATCH");
        assertThat(RunningAccounts.json(method).path("detail").asText()).isEqualTo("Method not allowed.");
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(RunningAccounts.json(type).has("detail")).isTrue();
    }

    @Test
    void groupName_withLettersAndBlanks_isFoundByItsEscapedPath() {
        assertThat(server.call("GET", "/groups/Programm%20Manager%2B%C3%A4", server.token(Rights.ALL), "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(core.calls).last().isEqualTo("group Programm Manager+ä");
    }

    @Test
    void definition_isServed_withTheSchemaOfPermissions() {
        HttpResponse<String> answer = server.send(server.request("/openapi.yaml"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("AnyPermission:");
        assertThat(new HashSet<>(core.calls)).isEmpty();
    }
}
