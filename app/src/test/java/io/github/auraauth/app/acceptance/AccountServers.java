package io.github.auraauth.app.acceptance;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Servers with accounts over one database, and a superuser {@code root} without a password, who prepares what tests need. */
final class AccountServers implements AutoCloseable {
    static final String PASSWORD = "a mare with another charger";

    final AccountsClient a;
    final AccountsClient b;
    final CommandLine operator;
    final Map<String, String> root;
    final List<ServerProcess> servers = new ArrayList<>();

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Path folder;
    private boolean hashed;

    private AccountServers(Path folder, int count, Map<String, String> more) {
        this.folder = folder;
        Map<String, String> environment = new HashMap<>(Servers.on(mongo.bindAndGetConnectionString()));
        environment.putAll(more);
        for (int i = 0; i < count; i++) {
            servers.add(ServerProcess.launchForHashing(folder.resolve("server-" + i), environment));
        }
        servers.forEach(ServerProcess::awaitReady);
        a = new AccountsClient(servers.get(0));
        b = new AccountsClient(servers.get(count - 1));
        operator = new CommandLine(folder, environment);
        operator.run("", "account", "create", "root", "--superuser");
        root = AccountsClient.by("Token " + operator.run("", "token", "create", "tests", "--account", "root"));
    }

    static AccountServers one(Path folder, Map<String, String> more) {
        return new AccountServers(folder, 1, more);
    }

    /** Two instances, {@code a} and {@code b}. */
    static AccountServers two(Path folder, Map<String, String> more) {
        return new AccountServers(folder, 2, more);
    }

    /** A file that is not there yet. */
    Path newFile(String name) {
        return folder.resolve(name);
    }

    String mongoUri() {
        return "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort();
    }

    /** An account with those permissions of its own, and a token of all that it has. */
    Map<String, String> account(String username, String... permissions) {
        made(a.post(
                "/accounts", root, "{\"username\":\"" + username + "\",\"permissions\":" + list(permissions) + '}'));
        return token(username);
    }

    /** An account that logs in with {@link #PASSWORD}. */
    void withPassword(String username, String... permissions) {
        hashOnce();
        CheapHash.importAccounts(operator, folder, PASSWORD, List.of(username));
        if (permissions.length > 0) {
            made(a.patch("/accounts/" + username, root, "{\"permissions\":" + list(permissions) + '}'));
        }
    }

    /** Until it has hashed once, a server on a busy machine may need longer for it than a request may take. */
    private void hashOnce() {
        if (!hashed) {
            for (AccountsClient each : List.of(a, b)) {
                Eventually.holds(
                        "a password is hashed in time",
                        () -> each.login("nobody", PASSWORD, Map.of()).statusCode() == 401);
            }
            hashed = true;
        }
    }

    /** A token of all that the account has. */
    Map<String, String> token(String username) {
        return issued("{\"name\":\"a token\",\"account\":\"" + username + "\"}", root);
    }

    /** A token of those permissions. */
    Map<String, String> tokenOf(String username, String... permissions) {
        String json =
                "{\"name\":\"a token\",\"account\":\"" + username + "\",\"permissions\":" + list(permissions) + '}';
        return issued(json, root);
    }

    Map<String, String> issued(String json, Map<String, String> headers) {
        HttpResponse<String> response = made(a.post("/tokens", headers, json));
        return AccountsClient.by(
                "Token " + AccountsClient.json(response).path("secret").asText());
    }

    void group(String name, String... permissions) {
        made(a.post("/groups", root, "{\"name\":\"" + name + "\",\"permissions\":" + list(permissions) + '}'));
    }

    void permission(String codeName) {
        made(a.post("/permissions", root, "{\"codename\":\"" + codeName + "\",\"text\":\"a permission\"}"));
    }

    void superuser(String username) {
        made(a.post("/accounts", root, "{\"username\":\"" + username + "\",\"is_superuser\":true}"));
    }

    static String list(String... texts) {
        return Arrays.stream(texts).map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }

    /** An answer whose thing is made or changed. */
    static HttpResponse<String> made(HttpResponse<String> response) {
        if (!Set.of(200, 201, 204).contains(response.statusCode())) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response;
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
        mongo.shutdownNow();
    }
}
