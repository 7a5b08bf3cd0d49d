package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does in a login, as far as the service can tell: it keeps cookies and goes where it is sent. */
final class Browser {
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([a-z_]+)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern REFRESH = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]+)\">");

    private final HttpClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser() {
        this(HttpClient.newBuilder());
    }

    /** One that is set up already as far as servers go, such as by whom it trusts. */
    Browser(HttpClient.Builder builder) {
        client = builder.followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept-Language", "en-GB"));
    }

    /** Sends the form of a page to the address that the page came from. */
    HttpResponse<String> submit(URI address, HttpResponse<String> page) {
        return submit(address, page, Map.of());
    }

    /** The same, with what a person types. */
    HttpResponse<String> submit(URI address, HttpResponse<String> page, Map<String, String> typed) {
        Map<String, String> fields = hiddenFields(page.body());
        fields.putAll(typed);
        return submit(address, fields);
    }

    /** Sends a form with exactly those fields. */
    HttpResponse<String> submit(URI address, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(address)
                .header("Accept-Language", "en-GB")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** Sends a form that is written already, with headers besides those that a browser has in any case. */
    HttpResponse<String> submitEncoded(URI address, String form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept-Language", "en-GB")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request);
    }

    /** Fields of a form as they are sent. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Where a page of ours goes on to by itself. */
    static URI onwards(HttpResponse<String> page) {
        Matcher refresh = REFRESH.matcher(page.body());
        if (page.statusCode() != 200 || !refresh.find()) {
            throw new AssertionError("no page that goes on but " + page.statusCode());
        }
        return URI.create(refresh.group(1).replace("&amp;", "&"));
    }

    static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode())));
    }

    /** All that is kept. */
    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** What a page sends with its form without being asked. */
    static Map<String, String> hiddenFields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher found = HIDDEN_FIELD.matcher(page); found.find(); ) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("Accept", "text/html,*/*;q=0.8");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(equals + 1));
        }
    }
}
