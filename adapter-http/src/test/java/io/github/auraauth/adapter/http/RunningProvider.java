package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.http.provider.ProviderApi;
import io.github.auraauth.adapter.http.provider.ProviderDescription;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.account.AccountPages;
import io.github.auraauth.adapter.pages.provider.ProviderPages;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The provider with its pages, and the pages of accounts, over fake cores and behind a prefix; and an ordinary client. */
final class RunningProvider implements AutoCloseable {
    static final String ISSUER = "https://id.example/auth/oidc";
    static final PublicAddress ADDRESS = PublicAddress.of(URI.create("https://id.example/auth"));
    static final HostCookie SESSION = HostCookie.of(ADDRESS, "session");

    private static final Contract CONTRACT = new Contract(Definitions.provider());
    private static final Contract AT_THE_ROOT = new Contract(Definitions.providerMetadata());
    private static final Contract OF_PAGES = new Contract(ProviderPages.definition());
    private static final Contract OF_ACCOUNTS = new Contract(AccountPages.definition());
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

    final FakeProvider core = new FakeProvider();
    final FakeAccounts accounts = new FakeAccounts();
    final ApiServer server;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RunningProvider() {
        PageConfig pages = RunningServer.pages(true, Optional.empty());
        SecureRandom random = new SecureRandom();
        List<Api> apis = new ArrayList<>(ProviderApi.of(
                core.ports(),
                new ProviderDescription(
                        ISSUER, Duration.ofMinutes(5), pages.locales().get().languages()),
                ADDRESS.prefix()));
        apis.add(new ProviderPages(pages, ADDRESS, SESSION, random).api(core, core));
        apis.add(new AccountPages(pages, ADDRESS, SESSION, random).api(accounts.login(new FakeSecondFactors())));
        server = ApiServer.start(
                RunningServer.config(0, List.of(), BlockMode.UNBLOCKED).server(),
                apis,
                new Draining(),
                new SimpleMeterRegistry(),
                TracerProvider.noop().get("tests"),
                InstantSource.system(),
                random);
    }

    Call get(String path) {
        return new Call("GET", path, "");
    }

    Call method(String method, String path) {
        return new Call(method, path, "");
    }

    /** A form, as it stands in the body. */
    Call post(String path, String form) {
        return new Call("POST", path, form).header("Content-Type", "application/x-www-form-urlencoded");
    }

    /** A body that is no form. */
    Call json(String path) {
        return new Call("POST", path, "{}").header("Content-Type", "application/json");
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<String> response) {
        return RunningAccounts.json(response);
    }

    /** Fails when it is not that error, in the form that OAuth has. */
    static void assertError(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
        assertThat(json(answer).path("error_description").asText()).isNotEmpty();
        assertThat(json(answer)).hasSize(2);
    }

    /**
     * Fails when it is not a page of that status whose policy is exactly the strictest.
     *
     * @param formAction what it says of forms; empty where it says nothing
     */
    static void assertPage(HttpResponse<String> answer, int status, String formAction) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        Matcher script = SCRIPT.matcher(answer.body());
        String scripts = script.find() ? "; script-src '" + hash(script.group(1)) + "'" : "";
        Matcher style = STYLE.matcher(answer.body());
        assertThat(style.find()).isTrue();
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src '" + hash(style.group(1)) + "'" + scripts
                        + "; base-uri 'none'; frame-ancestors 'none'" + formAction);
    }

    /** The same of all pages but those that send a form to a client. */
    static void assertPage(HttpResponse<String> answer, int status) {
        assertPage(answer, status, "; form-action 'self'");
        assertThat(answer.body()).doesNotContain("<script");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** A request under construction. */
    final class Call {
        private final String method;
        private final HttpRequest.Builder request;

        private Call(String method, String path, String body) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .timeout(Duration.ofSeconds(10))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call authorization(String value) {
            return header("Authorization", value);
        }

        Call session(String secret) {
            return header("Cookie", SESSION.name() + '=' + secret);
        }

        HttpResponse<String> send() {
            try {
                HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
                contract(response.uri().getRawPath())
                        .check(method, response.uri().getRawPath(), response);
                return response;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private Contract contract(String path) {
            if (path.matches("/oidc/(authorize|consent|end-session).*")) {
                return OF_PAGES;
            }
            if (path.startsWith("/.well-known/")) {
                return AT_THE_ROOT;
            }
            return path.startsWith("/oidc") ? CONTRACT : OF_ACCOUNTS;
        }
    }
}
