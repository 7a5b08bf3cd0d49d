package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.AccountsAccessTable;
import io.github.auraauth.adapter.http.AccountsAccessTable.Row;
import io.github.auraauth.app.acceptance.AccessThings.Call;
import io.github.auraauth.app.acceptance.AccessThings.Caller;
import io.github.auraauth.domain.permission.OwnPermissions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of who may call what, asked of the server as it runs, with its use cases and its store. */
class AccountsAccessAcceptanceTest {
    private static final String NO_RIGHTS = "";
    private static final int OTHER_RIGHTS = 8;

    @TempDir
    private static Path folder;

    private static final Map<String, Map<String, String>> BAD = new LinkedHashMap<>();
    private static AccountServers servers;
    private static AccessThings things;
    private static int cells;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of("AURA_TRUSTED_PROXIES", "127.0.0.1"));
        things = new AccessThings(servers, folder);
        BAD.put("bad token", by("Token unknown"));
        BAD.put("bad session", Map.of("Cookie", "aura-session=ended"));
        BAD.put("other scheme", by("Bearer abc"));
        servers.withPassword("deactivated", "list_account", "view_account");
        BAD.put("deactivated by token", servers.token("deactivated"));
        BAD.put(
                "deactivated by session",
                servers.a.session("deactivated", PASSWORD).headers());
        CheapHash.importAccounts(servers.operator, folder, PASSWORD, List.of("mistyped"));
        BAD.put("bad password", basic("mistyped", "something else"));
        made(servers.a.patch("/accounts/deactivated", servers.root, "{\"is_active\":false}"));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void everyCall_ofEveryCaller_isAnsweredAsTheTableSays() {
        List<Row> rows = AccountsAccessTable.rows();
        for (Row row : rows) {
            Call call = Call.of(row.call());
            refuse(row, call);
            admit(row, call, NO_RIGHTS, row.signedIn());
            admit(row, call, "superuser", row.superuser());
            tried(row, rows.indexOf(row)).stream()
                    .filter(right -> !call.isDear() || right.equals("list_activity"))
                    .forEach(right -> admit(row, call, right, row.withRight().getOrDefault(right, row.signedIn())));
        }

        assertThat(faults).isEmpty();
        assertThat(cells).isGreaterThan(rows.size() * Thoroughness.rounds(10, 20));
    }

    /** Thoroughly all rights; usually those that the row is about, and each other one with a few rows. */
    private static List<String> tried(Row row, int number) {
        List<String> all = OwnPermissions.all().stream()
                .map(right -> right.permission().codeName())
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> Thoroughness.ALL
                        || row.withRight().containsKey(all.get(i))
                        || i % OTHER_RIGHTS == number % OTHER_RIGHTS)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void password_ofADeactivatedAccount_isNoCredential() {
        Map<String, String> password = basic("deactivated", PASSWORD);

        assertThat(servers.a.get("/me", from(password)).statusCode()).isEqualTo(401);
        assertThat(servers.a.get("/permissions", from(password)).statusCode()).isEqualTo(401);
        assertThat(servers.a.post("/tokens", from(password), "{\"name\":\"t\"}").statusCode())
                .isEqualTo(401);
    }

    /** To nobody, and to every credential that is no good. */
    private void refuse(Row row, Call call) {
        Caller somebody =
                call.template().equals("/login") ? things.caller(call, NO_RIGHTS) : new Caller("another", Map.of());
        String path = call.isDear() ? "/me/sessions/" + call.missing() : things.path(call, "another");
        path = call.isDear() && !call.template().contains("{") ? call.template() : path;
        String body = things.body(call, somebody.username());
        check(row, "nobody", row.nobody(), call.method(), path, from(Map.of()), body);
        for (Map.Entry<String, Map<String, String>> each : BAD.entrySet()) {
            check(row, each.getKey(), row.bad(), call.method(), path, from(each.getValue()), body);
        }
    }

    private void admit(Row row, Call call, String rights, int expected) {
        Caller caller = things.caller(call, rights);
        String path = things.path(call, caller.username());
        String body = things.body(call, caller.username());
        String name = rights.isEmpty() ? "signed in" : rights;
        check(row, name, expected, call.method(), path, from(caller.credential()), body);
    }

    private void check(
            Row row,
            String caller,
            int expected,
            String method,
            String path,
            Map<String, String> headers,
            String body) {
        int status = servers.a.call(method, path, headers, body).statusCode();
        cells++;
        if (status != expected) {
            faults.add(row.call() + " to " + caller + ": " + status + ", not " + expected);
        }
    }

    /** From a source of its own, so that none is slowed down for what others have tried. */
    private Map<String, String> from(Map<String, String> credential) {
        Map<String, String> headers = new HashMap<>(credential);
        headers.put("X-Forwarded-For", "10.1." + cells / 250 + '.' + cells % 250);
        return headers;
    }
}
