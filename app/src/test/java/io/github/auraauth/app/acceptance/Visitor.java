package io.github.auraauth.app.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who goes where they are sent, logs in where our pages ask for it, and agrees to what those ask. */
final class Visitor {
    private static final int MOST_PAGES = 20;
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"[^>]*>");

    private final Browser browser = new Browser();
    private int logins;

    /** The first page that leads nowhere by itself. */
    HttpResponse<String> visit(URI address) {
        Way way = Way.to(address);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            HttpResponse<String> answer = go(way);
            Optional<Way> next = next(way, answer);
            if (next.isEmpty()) {
                return answer;
            }
            way = next.get();
        }
        throw new AssertionError("it comes to no end");
    }

    /** What leads to an address of a client, where nobody need be. */
    Way follow(URI address, String client) {
        Way way = Way.to(address);
        for (int pages = 0; pages < MOST_PAGES && !way.address().toString().startsWith(client); pages++) {
            HttpResponse<String> answer = go(way);
            way = next(way, answer)
                    .orElseThrow(() -> new AssertionError("it ends with " + answer.statusCode() + answer.body()));
        }
        return way;
    }

    /** One answer, wherever that leads. */
    HttpResponse<String> open(URI address) {
        return browser.get(address);
    }

    /** Ends the session at the provider, on its own page. */
    void logOut(OpenIdProvider provider) {
        HttpResponse<String> page = browser.get(provider.address("/account"));
        HttpResponse<String> ended = browser.submit(
                provider.address("/logout"),
                Map.of("csrf", Browser.hiddenFields(page.body()).getOrDefault("csrf", "")));
        if (ended.statusCode() != 303) {
            throw new AssertionError("no logout but " + ended.statusCode() + ' ' + ended.body());
        }
    }

    /** How often they have been asked for their password. */
    int logins() {
        return logins;
    }

    private HttpResponse<String> go(Way way) {
        return way.form().isPresent() ? browser.submit(way.address(), way.form().get()) : browser.get(way.address());
    }

    private Optional<Way> next(Way from, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 3) {
            return Optional.of(Way.to(from.address().resolve(Browser.location(answer))));
        }
        if (answer.body().contains("http-equiv=\"refresh\"")) {
            return Optional.of(Way.to(Browser.onwards(answer)));
        }
        Matcher form = FORM.matcher(answer.body());
        if (!form.find()) {
            return Optional.empty();
        }
        Map<String, String> fields = Browser.hiddenFields(answer.body());
        if (answer.body().contains("type=\"password\"")) {
            logins++;
            fields.put("username", OpenIdProvider.PERSON);
            fields.put("password", AccountServers.PASSWORD);
        }
        if (answer.body().contains("name=\"answer\"")) {
            fields.put("answer", "agree");
        }
        return Optional.of(new Way(from.address().resolve(form.group(1)), Optional.of(fields)));
    }

    /**
     * Where a browser goes.
     *
     * @param form that it sends there; empty where it only asks
     */
    record Way(URI address, Optional<Map<String, String>> form) {
        private static Way to(URI address) {
            return new Way(address, Optional.empty());
        }

        /** The form as a body. */
        String body() {
            return Browser.encoded(form.orElseThrow());
        }
    }
}
