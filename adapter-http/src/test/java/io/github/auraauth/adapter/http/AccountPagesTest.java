package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.pages.account.AccountPages;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which people log in and out and accept invitations, through a real server behind a proxy's prefix. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesTest {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final PublicAddress ADDRESS = PublicAddress.of(URI.create("https://id.example/auth"));
    private static final HostCookie SESSION = HostCookie.of(ADDRESS, "session");

    private final FakeAccounts core = new FakeAccounts();
    private final FakeSecondFactors factors = new FakeSecondFactors();
    private final HttpClient client = HttpClient.newHttpClient();
    private ApiServer server;

    @BeforeAll
    void start() {
        AccountPages pages =
                new AccountPages(RunningServer.pages(true, Optional.empty()), ADDRESS, SESSION, new SecureRandom());
        server = ApiServer.start(
                RunningServer.config(0, List.of(), BlockMode.UNBLOCKED).server(),
                List.of(pages.api(core.login(factors))),
                new Draining(),
                new SimpleMeterRegistry(),
                TracerProvider.noop().get("tests"),
                InstantSource.system(),
                new SecureRandom());
    }

    @BeforeEach
    void reset() {
        core.reset();
        factors.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void login_byItsForm_goesOnWithASessionAndWithoutTheProof() {
        Form form = new Form(get("/login?next=/auth/account?x=1"));
        HttpResponse<String> answer = form.post("/login", "username", "me", "password", FakeAccounts.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/account?x=1");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly(
                        "__Host-aura-auth-session=fresh; Path=/; HttpOnly; SameSite=Lax; Secure",
                        "__Host-aura-auth-csrf=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    }

    @Test
    void login_form_isAStrictPage_whoseActionLiesBelowThePrefix() {
        HttpResponse<String> answer = get("/login");

        assertPage(answer, 200);
        assertThat(answer.body())
                .contains(
                        "<form method=\"post\" action=\"/auth/login\" class=\"main\">",
                        "autocomplete=\"current-password\"",
                        "lang=\"en-GB\"")
                .doesNotContain("<script", "name=\"next\"");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-aura-auth-csrf=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/auth/..//evil.example",
                "/\\evil.example",
                "/elsewhere",
                "javascript:alert(1)",
                "\"><script>",
            })
    void login_withANextThatIsNoPathOfOurs_goesToTheLoginPage(String next) {
        Form form = new Form(get("/login?next=" + encoded(next)));
        assertThat(form.page.body()).doesNotContain("evil", "<script>", "name=\"next\"");
        HttpResponse<String> answer =
                form.post("/login", "username", "me", "password", FakeAccounts.PASSWORD, "next", next);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/account");
    }

    @Test
    void login_thatFails_showsTheFormAgain_withoutSayingWhichHalfIsWrong() {
        Form form = new Form(get("/login?next=/auth/account"));
        HttpResponse<String> wrong = form.post("/login", "username", "me", "password", "x");
        HttpResponse<String> unknown = form.post("/login", "username", "nobody", "password", "x");

        assertPage(wrong, 401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Token realm=\"aura\"");
        assertThat(wrong.body())
                .isEqualTo(unknown.body())
                .contains("role=\"alert\"")
                .doesNotContain("nobody");
        assertThat(new Form(wrong).fields)
                .containsEntry("next", "/auth/account")
                .containsKey("csrf");
        assertThat(wrong.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("session");
    }

    @Test
    void login_thatNobodyLooksAtForAWhile_saysWhenToComeBack() {
        core.throttled = Optional.of(Duration.ofMillis(2500));
        HttpResponse<String> answer = new Form(get("/login")).post("/login", "username", "me", "password", "x");

        assertPage(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no cookie", "another cookie", "no field", "cross-site", "same-site", "unknown field"})
    void login_thatAnotherPageMakesTheBrowserSend_isRefused_andShowsTheFormAnew(String attack) {
        Form form = new Form(get("/login"));
        String cookie = form.cookie;
        String csrf = form.fields.get("csrf");
        HttpRequest.Builder request = switch (attack) {
            case "no cookie" -> post("/login", body("csrf", csrf));
            case "another cookie" ->
                post("/login", body("csrf", csrf)).header("Cookie", cookie.replaceAll("=.*", "=" + "a".repeat(43)));
            case "no field" -> post("/login", body("username", "me")).header("Cookie", cookie);
            case "unknown field" ->
                post("/login", body("csrf", csrf, "more", "x")).header("Cookie", cookie);
            default ->
                post("/login", body("csrf", csrf)).header("Cookie", cookie).header("Sec-Fetch-Site", attack);
        };
        HttpResponse<String> answer = send(request);

        assertPage(answer, 403);
        assertThat(answer.body()).contains("name=\"csrf\"");
        assertThat(core.calls).isEmpty();
    }

    @Test
    void login_withASessionThatSomebodyPlanted_beginsAnother_andEndsThatOne() {
        core.credentials.put("session planted", Rights.NONE);
        Form form = new Form(get("/login"));
        form.cookie += "; " + SESSION.name() + "=planted";
        HttpResponse<String> answer = form.post("/login", "username", "me", "password", FakeAccounts.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie")).first().asString().contains("=fresh;");
        assertThat(core.credentials).doesNotContainKey("session planted");
    }

    @Test
    void login_inSeveralTabs_keepsTheProofThatTheBrowserHas() {
        Form first = new Form(get("/login"));
        HttpResponse<String> second = send(request("/login").header("Cookie", first.cookie));

        assertThat(new Form(second).fields).containsEntry("csrf", first.fields.get("csrf"));
    }

    @Test
    void login_whenSignedIn_leadsToTheAccount() {
        core.credentials.put("session mine", Rights.NONE);
        HttpResponse<String> answer = send(request("/login").header("Cookie", SESSION.name() + "=mine"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/account");
    }

    @Test
    void logout_byAFormOfTheSession_endsIt() {
        core.credentials.put("session mine", Rights.NONE);
        HttpResponse<String> answer = send(
                post("/logout", body("csrf", RunningAccounts.csrf("mine"))).header("Cookie", SESSION.name() + "=mine"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/login");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).endsWith("; Max-Age=0");
        assertThat(core.credentials).doesNotContainKey("session mine");
    }

    @Test
    void login_withAllThatItKeepsAtItsLongest_hasHeadsThatProxiesTake() {
        core.secondFactor = true;
        for (String next : List.of("/auth/account?x=" + "a".repeat(2_000), "/auth/account?x=" + "=".repeat(2_000))) {
            Form form = new Form(get("/login?next=" + encoded(next) + "&login_hint=" + encoded("\u0436".repeat(300))
                    + "&ui_locales=" + encoded("\u0436".repeat(256))));
            HttpResponse<String> answer = form.post("/login", "username", "me", "password", FakeAccounts.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/auth/login/second-factor");
            assertThat(HeadSize.of(answer)).isLessThan(HeadSize.MOST);
        }
    }

    @Test
    void login_ofAnAccountWithASecondFactor_asksForIt_andKeepsWhereToGo() {
        core.secondFactor = true;
        HttpResponse<String> answer = new Form(get("/login?next=/auth/account?x=1"))
                .post("/login", "username", "me", "password", FakeAccounts.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/auth/login/second-factor?next=%2Fauth%2Faccount%3Fx%3D1");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-aura-auth-pending-login=" + FakeSecondFactors.PENDING
                        + "; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void secondFactor_byItsCode_beginsTheSession() {
        Form form = secondFactor("?next=/auth/account?x=1&way=totp");
        assertThat(form.page.body()).contains("autocomplete=\"one-time-code\"").doesNotContain("<script");
        HttpResponse<String> answer = form.post("/login/second-factor", "code", FakeSecondFactors.CODE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/account?x=1");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .first()
                .asString()
                .startsWith("__Host-aura-auth-session=fresh;");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .last()
                .asString()
                .startsWith("__Host-aura-auth-pending-login=;")
                .endsWith("Max-Age=0");
    }

    @Test
    void secondFactor_byAPasskey_sendsWhatTheAuthenticatorSays() {
        Form form = secondFactor("");
        assertThat(form.page.body())
                .contains("data-ceremony=\"get\"", "<script>")
                .doesNotContain("\"><script>");
        assertThat(form.page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'sha256-");
        assertThat(form.post("/login/second-factor", "response", FakeSecondFactors.RESPONSE)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void secondFactor_wrongCode_asksAgain_andAnEndedLoginBeginsAnew() {
        Form form = secondFactor("?way=recovery-code");
        HttpResponse<String> wrong = form.post("/login/second-factor", "code", "x");
        assertPage(wrong, 401);
        assertThat(wrong.body()).contains("role=\"alert\"", "name=\"way\" value=\"recovery-code\"");

        factors.ended = true;
        HttpResponse<String> ended = form.post("/login/second-factor", "code", FakeSecondFactors.CODE);
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ended.headers().firstValue("Location")).contains("/auth/login?done=login-ended");
        assertThat(get("/login?done=login-ended").body()).contains("Please begin again");
    }

    @Test
    void secondFactor_withoutALoginThatWaits_beginsAnew() {
        for (HttpResponse<String> answer : List.of(
                get("/login/second-factor"),
                send(request("/login/second-factor").header("Cookie", "__Host-aura-auth-pending-login=another")))) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/auth/login?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/second-factor", "/login/passkey"})
    void step_thatAnotherPageMakesTheBrowserSend_isRefused(String path) {
        String cookie = "__Host-aura-auth-pending-login=" + FakeSecondFactors.PENDING;
        HttpResponse<String> without =
                send(post(path, body("code", FakeSecondFactors.CODE)).header("Cookie", cookie));
        HttpResponse<String> foreign = send(post(path, body("code", FakeSecondFactors.CODE, "csrf", "a".repeat(43)))
                .header("Cookie", cookie + "; __Host-aura-auth-csrf=" + "a".repeat(43))
                .header("Sec-Fetch-Site", "cross-site"));

        assertThat(List.of(without.statusCode(), foreign.statusCode())).containsOnly(403);
        assertThat(without.headers().allValues("Set-Cookie")).noneMatch(set -> set.contains("session="));
    }

    @Test
    void passkey_alone_beginsTheSession_andARefusedOneAsksAgain() {
        Form form = new Form(get("/login/passkey?next=/auth/account?x=1"));
        HttpResponse<String> wrong = form.post("/login/passkey", "response", "{}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(new Form(wrong).fields).containsEntry("next", "/auth/account?x=1");

        HttpResponse<String> answer = form.post("/login/passkey", "response", FakeSecondFactors.RESPONSE);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/account?x=1");

        factors.throttled = Optional.of(Duration.ofSeconds(2));
        assertThat(form.post("/login/passkey", "response", FakeSecondFactors.RESPONSE)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void login_afterTheFactorsWereTakenAway_saysSoFirst() {
        factors.resetAt = Optional.of(FakeAccounts.NOW);
        HttpResponse<String> answer = new Form(get("/login?next=/auth/account?x=1"))
                .post("/login", "username", "me", "password", FakeAccounts.PASSWORD);

        assertThat(answer.headers().firstValue("Location"))
                .contains("/auth/account/security/reset?next=%2Fauth%2Faccount%3Fx%3D1");
    }

    @Test
    void login_whenSignedInAndSentHereByAPage_namesWhoItIs() {
        core.credentials.put("session mine", Rights.NONE);

        assertThat(send(request("/login?next=/auth/account").header("Cookie", SESSION.name() + "=mine"))
                        .body())
                .contains("Confirm that it is you", "value=\"me\"");
    }

    private Form secondFactor(String query) {
        String cookie = "__Host-aura-auth-pending-login=" + FakeSecondFactors.PENDING;
        Form form = new Form(send(request("/login/second-factor" + query).header("Cookie", cookie)));
        form.cookie += "; " + cookie;
        return form;
    }

    @Test
    void login_whenSignedInAndSentHereByAPage_showsTheForm() {
        core.credentials.put("session mine", Rights.NONE);

        assertThat(send(request("/login?next=/auth/account").header("Cookie", SESSION.name() + "=mine"))
                        .body())
                .contains("name=\"password\"");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "of another session, ''", "own, cross-site", "own, same-site"})
    void logout_thatAnotherPageMakesTheBrowserSend_isRefused(String csrf, String site) {
        core.credentials.put("session mine", Rights.NONE);
        String value = csrf.equals("own") ? RunningAccounts.csrf("mine") : csrf;
        HttpRequest.Builder request =
                post("/logout", value.isEmpty() ? "" : body("csrf", value)).header("Cookie", SESSION.name() + "=mine");
        HttpResponse<String> answer = send(site.isEmpty() ? request : request.header("Sec-Fetch-Site", site));

        assertPage(answer, 403);
        assertThat(core.credentials).containsKey("session mine");
    }

    @Test
    void logout_ofNobody_goesToTheLogin() {
        assertThat(send(post("/logout", "")).statusCode()).isEqualTo(303);
    }

    @Test
    void invitation_thatIsGood_setsThePassword() {
        HttpResponse<String> page = get("/invitation?secret=" + FakeAccounts.INVITATION);
        assertPage(page, 200);
        assertThat(page.body()).contains("action=\"/auth/invitation\"", "autocomplete=\"new-password\"", ">me<");

        HttpResponse<String> answer = new Form(page).post("/invitation", "password", "a mare with another charger");
        assertPage(answer, 200);
        assertThat(answer.body()).contains("href=\"/auth/login\"").doesNotContain("charger");
        assertThat(core.calls).containsExactly("accept");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_TOO_SHORT, 400, too short",
        "PASSWORD_TOO_LONG, 400, too long",
        "PASSWORD_LIKE_NAME, 400, too similar",
        "PASSWORD_TOO_COMMON, 400, guessed too soon",
        "TOO_MANY, 429, too many attempts",
    })
    void invitation_withAPasswordThatIsNotTaken_namesItsFault_andStaysGood(Reason reason, int status, String words) {
        core.refusal = Optional.of(Refusal.of(reason));
        Form form = new Form(get("/invitation?secret=" + FakeAccounts.INVITATION));
        HttpResponse<String> answer = form.post("/invitation", "password", "letmein");

        assertPage(answer, status);
        assertThat(answer.body()).contains(words, "name=\"password\"").doesNotContain("letmein");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?secret=", "?secret=used", "?secret=%C3%A9", "?secret=<script>"})
    void invitation_thatIsNotGood_saysSo(String query) {
        HttpResponse<String> answer =
                get("/invitation" + query.replace("<", "%3C").replace(">", "%3E"));

        assertPage(answer, 400);
        assertThat(answer.body()).contains("not valid any more").doesNotContain("<form", "<script");
    }

    @Test
    void invitation_thatAnotherPageMakesTheBrowserSend_isRefused() {
        HttpResponse<String> answer = send(post("/invitation", body("secret", FakeAccounts.INVITATION, "password", "x"))
                .header("Sec-Fetch-Site", "cross-site"));

        assertPage(answer, 403);
        assertThat(core.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"es, Iniciar sesión", "de, Anmelden", "pt, Entrar", "fr, Log in"})
    void login_inALanguage_isInIt(String language, String words) {
        assertThat(send(request("/login").header("Accept-Language", language)).body())
                .contains("<h1>" + words + "</h1>");
    }

    @Test
    void request_thatIsNone_isRefusedOnAPage() {
        assertPage(send(request("/login").DELETE()), 405);
        assertPage(
                send(request("/login").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))), 415);
        assertPage(send(request("/logout")), 405);
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(LoginPageTest.STRICT);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String body(String... pairs) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(encoded(pairs[i + 1]));
        }
        return body.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The form of a page as a browser keeps it. */
    private final class Form {
        private final HttpResponse<String> page;
        private final Map<String, String> fields;
        private String cookie;

        Form(HttpResponse<String> page) {
            this.page = page;
            this.fields = HIDDEN.matcher(page.body())
                    .results()
                    .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
            this.cookie = page.headers()
                    .firstValue("Set-Cookie")
                    .map(set -> set.split(";", 2)[0])
                    .orElse("none=");
        }

        HttpResponse<String> post(String path, String... filledIn) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            for (int i = 0; i < filledIn.length; i += 2) {
                all.put(filledIn[i], filledIn[i + 1]);
            }
            String[] pairs = all.entrySet().stream()
                    .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                    .toArray(String[]::new);
            return send(AccountPagesTest.this
                    .post(path, body(pairs))
                    .header("Cookie", cookie)
                    .header("Sec-Fetch-Site", "same-origin"));
        }
    }
}
