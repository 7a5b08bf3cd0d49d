package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.pages.provider.ProviderPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Method by path by caller: what is answered at each endpoint of the definitions, and at none beside them. */
interface ProviderAccess {
    /**
     * Nobody, a client whose secret is wrong, a client that is only named, a client, an access token, a session of a browser,
     * and a superuser's token of the API of accounts. Each asks for what is not there, or what anybody may have.
     */
    String TABLE = """
            GET /authorize | 400 | 400 | 400 | 400 | 400 | 400 | 400
            POST /authorize | 400 | 400 | 400 | 400 | 400 | 400 | 400
            GET /authorize/continue | 400 | 400 | 400 | 400 | 400 | 400 | 400
            POST /consent | 303 | 303 | 303 | 303 | 303 | 403 | 303
            GET /end-session | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /end-session | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /end-session/confirm | 200 | 200 | 200 | 200 | 200 | 403 | 200
            POST /token | 401 | 401 | 400 | 400 | 401 | 401 | 401
            POST /introspect | 401 | 401 | 401 | 200 | 401 | 401 | 401
            POST /revoke | 401 | 401 | 200 | 200 | 401 | 401 | 401
            GET /userinfo | 401 | 401 | 401 | 401 | 200 | 401 | 401
            POST /userinfo | 401 | 401 | 401 | 401 | 200 | 401 | 401
            GET /jwks | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /.well-known/openid-configuration | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /.well-known/oauth-authorization-server | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /openapi.yaml | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /openapi.json | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /docs | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET /docs/{file} | 200 | 200 | 200 | 200 | 200 | 200 | 200
            """;

    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void everyCall_ofEveryCaller_isAnsweredAsTheTableSays() {
        Map<String, Caller> callers = callers();
        Set<String> listed = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split(" *\\| *", -1);
            String[] call = cells[0].split(" ", 2);
            listed.add(cells[0]);
            int cell = 1;
            for (Map.Entry<String, Caller> caller : callers.entrySet()) {
                int status = status(call[0], call[1], caller.getValue());
                if (status != Integer.parseInt(cells[cell++])) {
                    faults.add(cells[0] + " to " + caller.getKey() + ": " + status + ", not " + cells[cell - 1]);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(listed).isEqualTo(defined());
    }

    @Test
    default void methods_thatAreNotDefined_areNotThere() {
        Set<String> defined = defined();
        Set<String> paths = defined.stream().map(call -> call.split(" ", 2)[1]).collect(Collectors.toSet());
        for (String path : paths) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE")) {
                if (!defined.contains(method + ' ' + path)) {
                    assertThat(provider()
                                    .b
                                    .call(method, target(path), "", session())
                                    .statusCode())
                            .as(method + ' ' + path)
                            .isIn(404, 405, 501);
                }
            }
        }
    }

    private Map<String, Caller> callers() {
        JsonNode tokens = provider().a.tokens(provider().trusted, session());
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("nobody", new Caller(Map.of(), ""));
        callers.put("a wrong secret", new Caller(AccountsClient.basic("trusted", "wrong"), ""));
        callers.put("a client that is named", new Caller(Map.of(), "&client_id=app"));
        callers.put("a client", new Caller(provider().trusted.credential(), ""));
        callers.put(
                "an access token",
                new Caller(
                        AccountsClient.by(
                                "Bearer " + tokens.path("access_token").asText()),
                        ""));
        callers.put("a session", new Caller(session(), ""));
        callers.put("a superuser", new Caller(provider().accounts.root, ""));
        return callers;
    }

    private int status(String method, String path, Caller caller) {
        String form = switch (method + ' ' + path) {
            case "POST /token" -> "grant_type=refresh_token&refresh_token=x" + caller.named;
            case "POST /introspect", "POST /revoke" -> "token=x" + caller.named;
            case "POST /consent" -> "request=x&answer=agree";
            default -> "";
        };
        return provider().a.call(method, target(path), form, caller.headers).statusCode();
    }

    private static String target(String path) {
        return "/oidc" + path.replace("{file}", "viewer.js");
    }

    private static Set<String> defined() {
        return Stream.of(Definitions.provider(), ProviderPages.definition())
                .flatMap(definition -> definition.operations().stream())
                .map(operation -> operation.mapping().method() + " /"
                        + String.join("/", operation.mapping().template()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Somebody who calls.
     *
     * @param named what stands in a form of theirs besides
     */
    record Caller(Map<String, String> headers, String named) {}
}
