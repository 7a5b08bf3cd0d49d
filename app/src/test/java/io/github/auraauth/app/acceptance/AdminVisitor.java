package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who is logged in with a browser and goes through the pages of administration. */
final class AdminVisitor {
    private final ServerProcess server;
    private final Browser browser = new Browser();
    private final String csrf;

    private AdminVisitor(ServerProcess server, String username, String password) {
        this.server = server;
        URI login = server.uri("/login");
        HttpResponse<String> form = browser.get(login);
        HttpResponse<String> answer = browser.submit(login, form, Map.of("username", username, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        csrf = browser.get(server.uri("/api/v1/me"))
                .headers()
                .firstValue("X-CSRFToken")
                .orElseThrow();
    }

    /** Logs in with the password of all accounts of the tests. */
    static AdminVisitor of(ServerProcess server, String username) {
        return of(server, username, AccountServers.PASSWORD);
    }

    static AdminVisitor of(ServerProcess server, String username, String password) {
        return new AdminVisitor(server, username, password);
    }

    String csrf() {
        return csrf;
    }

    HttpResponse<String> get(String path) {
        return browser.get(server.uri(path));
    }

    /** A page that must be there. */
    String page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ' ' + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Sends a form of ours: names and values in turn, in which a name may come again. */
    HttpResponse<String> post(String path, String... fields) {
        return browser.submitEncoded(server.uri(path), form(csrf, fields), Map.of("Sec-Fetch-Site", "same-origin"));
    }

    /** The same with whatever proof and headers. */
    HttpResponse<String> post(String path, String proof, Map<String, String> headers, String... fields) {
        return browser.submitEncoded(server.uri(path), form(proof, fields), headers);
    }

    /** A change that must be made, which leads on to a page with its notice. */
    String done(String path, String... fields) {
        HttpResponse<String> answer = post(path, fields);
        assertThat(answer.statusCode()).as(path + ' ' + answer.body()).isEqualTo(303);
        String onwards = Browser.location(answer).toString();
        assertThat(onwards).contains("done=");
        String page = page(onwards);
        assertThat(page).contains("role=\"status\"");
        return page;
    }

    private static String form(String proof, String... fields) {
        List<String> pairs = new ArrayList<>(List.of("csrf=" + encoded(proof)));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + '=' + encoded(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
