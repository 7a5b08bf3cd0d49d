package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.AccountsAccessTable.Row;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.definition.Operation;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Method by path by caller by right: every cell of the table, asked of a running server. */
class AccountsAccessTest {
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
        Map<String, Row> rows = AccountsAccessTable.rows().stream().collect(Collectors.toMap(Row::call, row -> row));
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
        all.put("nobody", row.nobody());
        for (String bad : List.of("bad token", "bad password", "bad session", "other scheme", "deactivated")) {
            // Without a credential that is looked at, these are nobody.
            all.put(bad, row.bad());
        }
        all.put("signed in", row.signedIn());
        all.put("superuser", row.superuser());
        for (DescribedPermission right : OwnPermissions.all()) {
            String name = right.permission().codeName();
            all.put(name, row.withRight().getOrDefault(name, row.signedIn()));
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
}
