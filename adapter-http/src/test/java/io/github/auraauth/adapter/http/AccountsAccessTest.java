package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.definition.Operation;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Method by path by caller by right: every cell of the table, asked of a running server. */
class AccountsAccessTest {
    /**
     * What is answered: to nobody, to a credential that is no good (wrong, ended, of a deactivated account), to somebody
     * without any right, to whoever has one of the rights that are named, to a superuser. Where it matters whose the thing
     * is, there is a row for one's own and one for another's.
     */
    private static final String TABLE = """
            GET /me | 401 | 401 | 200 | | 200
            POST /me/password | 401 | 401 | 204 | | 204
            GET /me/sessions | 401 | 401 | 200 | | 200
            DELETE /me/sessions | 401 | 401 | 204 | | 204
            DELETE /me/sessions/{id} own | 401 | 401 | 204 | | 204
            DELETE /me/sessions/{id} other | 401 | 401 | 404 | | 404
            POST /login | 200 | 200 | 200 | | 200
            POST /logout | 401 | 401 | 204 | | 204
            GET /accounts | 401 | 401 | 200 | | 200
            POST /accounts | 401 | 401 | 403 | create_account=201 | 201
            GET /accounts/{username} own | 401 | 401 | 200 | | 200
            GET /accounts/{username} other | 401 | 401 | 404 | view_account=200 | 200
            PATCH /accounts/{username} own | 401 | 401 | 200 | | 200
            PATCH /accounts/{username} other | 401 | 401 | 403 | update_account=200 | 200
            DELETE /accounts/{username} own | 401 | 401 | 403 | destroy_account=204 | 204
            DELETE /accounts/{username} other | 401 | 401 | 403 | destroy_account=204 | 204
            POST /accounts/{username}/invite own | 401 | 401 | 403 | update_account=200 | 200
            POST /accounts/{username}/invite other | 401 | 401 | 403 | update_account=200 | 200
            GET /groups | 401 | 401 | 200 | | 200
            POST /groups | 401 | 401 | 403 | create_group=201 | 201
            GET /groups/{name} own | 401 | 401 | 200 | | 200
            GET /groups/{name} other | 401 | 401 | 404 | view_group=200 | 200
            PATCH /groups/{name} own | 401 | 401 | 403 | update_group=200 | 200
            PATCH /groups/{name} other | 401 | 401 | 403 | update_group=200 | 200
            DELETE /groups/{name} own | 401 | 401 | 403 | destroy_group=204 | 204
            DELETE /groups/{name} other | 401 | 401 | 403 | destroy_group=204 | 204
            GET /permissions | 200 | 401 | 200 | | 200
            POST /permissions | 401 | 401 | 403 | create_permission=201 | 201
            DELETE /permissions/{codename} | 401 | 401 | 403 | destroy_permission=204 | 204
            GET /tokens | 401 | 401 | 200 | | 200
            POST /tokens | 401 | 401 | 201 | | 201
            GET /tokens/{id} own | 401 | 401 | 200 | | 200
            GET /tokens/{id} other | 401 | 401 | 404 | view_token=200 | 200
            DELETE /tokens/{id} own | 401 | 401 | 204 | | 204
            DELETE /tokens/{id} other | 401 | 401 | 404 | destroy_token=204 | 204
            GET /activity | 401 | 401 | 200 | | 200
            GET /openapi.yaml | 200 | 200 | 200 | | 200
            GET /openapi.json | 200 | 200 | 200 | | 200
            GET /docs | 200 | 200 | 200 | | 200
            GET /docs/{file} | 200 | 200 | 200 | | 200
            """;

    private static final Map<String, String> BODIES = Map.of(
            "changeOwnPassword", "{\"current_password\":\"a\",\"new_password\":\"b\"}",
            "logIn", "{\"username\":\"me\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}",
            "createAccount", "{\"username\":\"other\"}",
            "updateAccount", "{\"first_name\":\"Ada\"}",
            "createGroup", "{\"name\":\"Others\"}",
            "updateGroup", "{\"name\":\"Others\"}",
            "createPermission", "{\"codename\":\"update_mediasource\"}",
            "createToken", "{\"name\":\"a token\"}");

    /** What stands in the place of a parameter: one's own, another's. */
    private static final Map<String, List<String>> THINGS = Map.of(
            "/me/sessions/{id}",
                    List.of(FakeAccounts.SESSION.value(), FakeAccounts.ME.id().value()),
            "/accounts/{username}", List.of("me", "other"),
            "/accounts/{username}/invite", List.of("me", "other"),
            "/groups/{name}", List.of("Mine", "Others"),
            "/tokens/{id}",
                    List.of(
                            FakeAccounts.MY_TOKEN.id().value(),
                            FakeAccounts.OTHER_TOKEN.id().value()),
            "/permissions/{codename}", List.of("update_mediasource"),
            "/docs/{file}", List.of("viewer.js"));

    @Test
    void everyOperation_forEveryCaller_answersWhatTheTableSays() {
        Map<String, Row> rows = TABLE.lines().map(Row::of).collect(Collectors.toMap(Row::call, row -> row));
        List<String> cells = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        try (RunningAccounts server = RunningAccounts.plain()) {
            for (Operation operation : Definitions.accounts().operations()) {
                for (Call call : calls(operation)) {
                    asked.add(call.name);
                    Row row = rows.get(call.name);
                    assertThat(row).as("the table lacks " + call.name).isNotNull();
                    callers(row).forEach((caller, expected) -> {
                        server.core.reset();
                        int status = server.send(asked(server, call, caller)).statusCode();
                        cells.add(call.name + ' ' + caller);
                        if (status != expected) {
                            faults.add(call.name + " to " + caller + ": " + status + ", not " + expected);
                        }
                    });
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(rows.keySet());
        assertThat(cells).hasSize(rows.size() * (OwnPermissions.all().size() + 8));
    }

    /** Every caller there is, and the status that the row has for them. */
    private static Map<String, Integer> callers(Row row) {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("nobody", row.nobody);
        for (String bad : List.of("bad token", "bad password", "bad session", "other scheme", "deactivated")) {
            // Without a credential that is looked at, these are nobody.
            all.put(bad, row.bad);
        }
        all.put("signed in", row.signedIn);
        all.put("superuser", row.superuser);
        for (DescribedPermission right : OwnPermissions.all()) {
            String name = right.permission().codeName();
            all.put(name, row.withRight.getOrDefault(name, row.signedIn));
        }
        return all;
    }

    private static HttpRequest.Builder asked(RunningAccounts server, Call call, String caller) {
        HttpRequest.Builder request = server.request(call.method, call.path, call.body);
        return switch (caller) {
            case "nobody" -> request;
            case "bad token" -> request.header("Authorization", "Token unknown");
            case "bad password" -> request.header("Authorization", "Basic bWU6d3Jvbmc=");
            case "bad session" -> request.header("Cookie", server.cookieName() + "=ended");
            case "other scheme" -> request.header("Authorization", "Bearer abc");
            // To the front it is as any other that is no good: the core does not tell why.
            case "deactivated" -> request.header("Authorization", "Token of-a-deactivated-account");
            case "signed in" -> request.header("Authorization", server.token(Rights.NONE));
            case "superuser" -> request.header("Authorization", server.token(Rights.ALL));
            default ->
                request.header("Authorization", server.token(new Rights(false, false, Set.of(new Permission(caller)))));
        };
    }

    private static List<Call> calls(Operation operation) {
        String method = operation.mapping().method();
        String path = '/' + String.join("/", operation.mapping().template());
        String body = BODIES.getOrDefault(operation.mapping().id(), "");
        List<String> things = THINGS.getOrDefault(path, List.of(""));
        if (things.size() == 1) {
            String filled = path.replaceAll("\\{\\w+}", things.get(0));
            return List.of(new Call(method + ' ' + path, method, filled, body));
        }
        return List.of(
                new Call(method + ' ' + path + " own", method, path.replaceAll("\\{\\w+}", things.get(0)), body),
                new Call(method + ' ' + path + " other", method, path.replaceAll("\\{\\w+}", things.get(1)), body));
    }

    private record Call(String name, String method, String path, String body) {}

    private record Row(String call, int nobody, int bad, int signedIn, Map<String, Integer> withRight, int superuser) {
        static Row of(String line) {
            String[] cells = line.split(" *\\| *", -1);
            Map<String, Integer> rights = Arrays.stream(cells[4].split(" ", -1))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.toMap(
                            cell -> cell.substring(0, cell.indexOf('=')),
                            cell -> Integer.parseInt(cell.substring(cell.indexOf('=') + 1))));
            return new Row(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    rights,
                    Integer.parseInt(cells[5]));
        }
    }
}
