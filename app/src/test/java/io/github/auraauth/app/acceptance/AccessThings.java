package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.AccountsClient.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the calls of the access table are about: of each cell its own account and thing, so that no cell spoils another. */
final class AccessThings {
    private static final int WITH_PASSWORD = 20;

    private final AccountServers servers;
    private int made;
    private int loggedIn;

    AccessThings(AccountServers servers, Path folder) {
        this.servers = servers;
        List<String> usernames =
                IntStream.range(0, WITH_PASSWORD).mapToObj(i -> "person-" + i).toList();
        CheapHash.importAccounts(servers.operator, folder, PASSWORD, usernames);
        servers.account("another");
    }

    /** Somebody new with a token of all that they have. */
    Caller caller(Call call, String rights) {
        String username = "caller-" + ++made;
        if (call.isDear()) {
            username = "person-" + loggedIn++;
        } else {
            made(servers.a.post("/accounts", servers.root, "{\"username\":\"" + username + "\"}"));
        }
        String json = rights.equals("superuser")
                ? "{\"is_superuser\":true}"
                : "{\"permissions\":[" + (rights.isEmpty() ? "" : '"' + rights + '"') + "]}";
        made(servers.a.patch("/accounts/" + username, servers.root, json));
        return new Caller(username, servers.token(username));
    }

    /** The path of the call, about a thing of that account or of another. */
    String path(Call call, String username) {
        String owner = call.own() ? username : "another";
        return switch (call.template()) {
            case "/me/sessions/{id}" -> "/me/sessions/" + (call.own() ? session(username) : call.missing());
            case "/accounts/{username}" -> "/accounts/" + account(call, username);
            case "/accounts/{username}/invite" -> "/accounts/" + account(call, username) + "/invite";
            case "/groups/{name}" -> "/groups/" + group(call, username);
            case "/tokens/{id}" -> "/tokens/" + token(owner);
            case "/permissions/{codename}" -> "/permissions/" + permission();
            case "/docs/{file}" -> "/docs/viewer.js";
            default -> call.template();
        };
    }

    String body(Call call, String username) {
        int number = ++made;
        return switch (call.method() + ' ' + call.template()) {
            case "POST /me/password" ->
                "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"a donkey with yet another plug\"}";
            case "POST /login" -> "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}";
            case "POST /accounts" -> "{\"username\":\"new-" + number + "\"}";
            case "PATCH /accounts/{username}" -> "{\"first_name\":\"Ada\"}";
            case "POST /groups", "PATCH /groups/{name}" -> "{\"name\":\"Renamed " + number + "\"}";
            case "POST /permissions" -> "{\"codename\":\"update_thing_" + number + "\"}";
            case "POST /tokens" -> "{\"name\":\"a token\"}";
            default -> "";
        };
    }

    private String account(Call call, String username) {
        if (call.own()) {
            return username;
        }
        String other = "other-" + ++made;
        made(servers.a.post("/accounts", servers.root, "{\"username\":\"" + other + "\"}"));
        return other;
    }

    private String group(Call call, String username) {
        String name = "group-" + ++made;
        servers.group(name);
        if (call.own()) {
            made(servers.a.patch("/accounts/" + username, servers.root, "{\"groups\":[\"" + name + "\"]}"));
        }
        return name;
    }

    private String token(String owner) {
        String wanted = "{\"name\":\"t\",\"account\":\"" + owner + "\"}";
        return json(made(servers.a.post("/tokens", servers.root, wanted)))
                .path("id")
                .asText();
    }

    private String permission() {
        String codeName = "view_thing_" + ++made;
        servers.permission(codeName);
        return codeName;
    }

    private String session(String username) {
        return results(
                        servers.a.get(
                                "/me/sessions",
                                servers.a.session(username, PASSWORD).headers()),
                        "id")
                .get(0);
    }

    /** Somebody, and what they show. */
    record Caller(String username, Map<String, String> credential) {}

    /**
     * A call of the table.
     *
     * @param own whether it is about something of the caller's own
     */
    record Call(String method, String template, boolean own) {
        static Call of(String text) {
            String[] words = text.split(" ", -1);
            return new Call(words[0], words[1], words.length == 3 && words[2].equals("own"));
        }

        /** Whether a password is hashed for it. */
        boolean isDear() {
            return template.equals("/me/password")
                    || template.equals("/login")
                    || template.equals("/me/sessions/{id}") && own;
        }

        String missing() {
            return "5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e90";
        }
    }
}
