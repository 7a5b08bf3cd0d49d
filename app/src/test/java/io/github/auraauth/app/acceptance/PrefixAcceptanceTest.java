package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service behind a proxy that takes the path of {@code AURA_PUBLIC_URL} off: everything is found below that path. */
class PrefixAcceptanceTest {
    private static final String PREFIX = "/aura/north";
    private static final String API = PREFIX + "/aura-services/v1";
    private static final String KERNEL_API = PREFIX + "/kernel/aura-services/v1";
    private static final String LOGIN = "/users/auraid/integrated";
    private static final String PNG = "\u0089PNG\r\n\u001a\n and more";
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"[^>]*>");
    private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\":]+)\"");

    @TempDir
    private static Path folder;

    private static PrefixProxy proxy;
    private static ServerProcess server;

    @BeforeAll
    static void open() throws IOException {
        int port = FreePorts.next();
        proxy = PrefixProxy.start(PREFIX, () -> port);
        Path picture = Files.createDirectories(folder.resolve("resources")).resolve("done.png");
        Files.write(picture, PNG.getBytes(StandardCharsets.ISO_8859_1));
        Map<String, String> environment = new HashMap<>(Servers.embedded());
        environment.put("AURA_SERVICE_PORT", Integer.toString(port));
        environment.put("AURA_PUBLIC_URL", proxy.address() + "/");
        environment.put("AURA_KERNEL_AUDIENCE", "aura");
        environment.put("AURA_RESOURCES_FOLDER", picture.getParent().toString());
        environment.put("AURA_IMAGE_SUCCESS", "done.png");
        environment.put("AURA_ADMIN_USERNAME", "root");
        environment.put("AURA_ADMIN_PASSWORD", AccountServers.PASSWORD);
        server = ServerProcess.startForHashing(folder, environment, "--with-fakes", "--print-sample");
    }

    @AfterAll
    static void close() {
        server.close();
        proxy.close();
    }

    @Test
    void login_throughTheProxy_findsFormCallbackResultAndPictureBelowThePrefix() {
        Browser browser = new Browser();
        URI link = link("/start", StatePurpose.LOGIN);
        HttpResponse<String> question = browser.get(link);
        assertThat(found(FORM, question)).isEqualTo(API + LOGIN + "/start");
        assertThat(browser.cookies().keySet()).hasSize(1).allMatch(name -> name.startsWith("aura-aura%2Fnorth-login-"));

        URI callback = logIn(browser, link.resolve(found(FORM, question)), question);
        assertThat(callback.getPath()).isEqualTo(API + LOGIN);
        URI done = callback.resolve(Browser.location(browser.get(callback)));
        assertThat(done.getPath()).isEqualTo(API + LOGIN + "/done");
        HttpResponse<String> page = browser.get(done);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.get(done.resolve(found(IMAGE, page))).statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void callback_inAnotherBrowser_asksInAFormBelowThePrefix() {
        Browser first = new Browser();
        URI link = link("/start", StatePurpose.LOGIN);
        URI callback = logIn(first, link.resolve("start"), first.get(link));
        Browser other = new Browser();

        HttpResponse<String> question = other.get(callback);
        assertThat(found(FORM, question)).isEqualTo(API + LOGIN);
        assertThat(other.cookies().keySet()).hasSize(1).allMatch(name -> name.startsWith("aura-aura%2Fnorth-confirm-"));
    }

    @Test
    void logout_throughTheProxy_endsBelowThePrefix() {
        HttpResponse<String> answer = new Browser().get(link("/logout", StatePurpose.LOGOUT));

        assertThat(Browser.location(answer)).hasPath(API + LOGIN + "/done");
    }

    @Test
    void sample_withAPublicAddress_isARequestToIt() {
        String request = "curl -s " + proxy.address() + "/aura-services/v1/users/aura-id/";
        Eventually.holds(request, () -> server.output().stream().anyMatch(line -> line.startsWith(request)));
    }

    @ParameterizedTest
    @ValueSource(strings = {API, KERNEL_API, PREFIX + "/api/v1", PREFIX + "/oidc"})
    void definition_throughTheProxy_saysWhereItsServerIs(String api) {
        Browser browser = new Browser();

        assertThat(browser.get(proxy.address().resolve(api + "/openapi.yaml")).body())
                .contains("servers:\n  - url: " + api + "\n");
        assertThat(browser.get(proxy.address().resolve(api + "/openapi.json")).body())
                .contains("\"url\" : \"" + api + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {API, KERNEL_API, PREFIX + "/api/v1", PREFIX + "/oidc"})
    void docs_throughTheProxy_findTheirFiles(String api) {
        Browser browser = new Browser();
        URI docs = proxy.address().resolve(api + "/docs");
        List<String> files = LOADED.matcher(browser.get(docs).body())
                .results()
                .map(file -> file.group(1))
                .toList();

        assertThat(files)
                .hasSize(4)
                .allSatisfy(file -> assertThat(browser.get(docs.resolve(file)).statusCode())
                        .as(file)
                        .isEqualTo(200));
    }

    @Test
    void pages_withoutASession_leadNowhereOutsideThePrefix() {
        PrefixWalk walk = new PrefixWalk(proxy.address(), new Browser()).from(List.of("/", "/login/passkey"));

        assertThat(walk.outside()).isEmpty();
        assertThat(walk.missing()).isEmpty();
        assertThat(walk.seen()).hasSizeGreaterThan(15).containsKeys("/api/v1/docs", "/oidc/docs", "/login");
    }

    @Test
    void pages_ofAnAdministrator_leadNowhereOutsideThePrefix() {
        Browser browser = loggedIn();
        PrefixWalk walk = new PrefixWalk(proxy.address(), browser)
                .from(List.of("/", "/login", "/login/passkey", "/account", "/account/security", "/admin"));

        assertThat(walk.outside()).isEmpty();
        assertThat(walk.missing()).isEmpty();
        assertThat(walk.seen()).hasSizeGreaterThan(25).containsKeys("/account/tokens", "/admin/terms");
        assertThat(walk.forms()).hasSizeGreaterThan(10).contains("/logout", "/admin/new-account");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000, 20_000})
    void page_atALongAddressWithoutASession_leadsToALogin_byAShortOne(int length) {
        URI page = URI.create(proxy.address() + "/account/activity?x=" + "=".repeat(length));
        String location = Browser.location(new Browser().get(page)).toString();

        assertThat(location).startsWith(PREFIX + "/login?next=").hasSizeLessThan(3_100);
    }

    @Test
    void api_ofAccounts_namesOtherPartsBelowThePrefix() {
        Browser browser = loggedIn();
        loggedIn();
        HttpResponse<String> part = browser.get(URI.create(proxy.address() + "/api/v1/activity?page_size=1"));

        assertThat(part.body()).contains("\"next\":\"" + proxy.address() + "/api/v1/activity?cursor=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc", "/aura-services/v1/openid/issuer"})
    void discovery_throughTheProxy_namesPlacesBelowThePrefix(String issuer) {
        URI document = URI.create(proxy.address() + issuer + "/.well-known/openid-configuration");
        HttpResponse<String> answer = new Browser().get(document);
        List<String> addresses = Pattern.compile("\"(http[^\"]+)\"")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(addresses)
                .as(answer.body())
                .contains(proxy.address() + issuer)
                .allMatch(address -> address.startsWith(proxy.address() + "/"));
    }

    private static Browser loggedIn() {
        Browser browser = new Browser();
        URI login = URI.create(proxy.address() + "/login");
        Map<String, String> typed = Map.of("username", "root", "password", AccountServers.PASSWORD);
        Eventually.holds("root is logged in, which a busy machine may not do in time at first", () -> {
            HttpResponse<String> answer = browser.submit(login, browser.get(login), typed);
            return answer.statusCode() == 303
                    && Browser.location(answer).toString().equals(PREFIX + "/account");
        });
        assertThat(browser.cookies().keySet()).allMatch(name -> name.startsWith("aura-aura%2Fnorth-"));
        return browser;
    }

    private static URI link(String step, StatePurpose purpose) {
        String state = KernelServers.state(KernelServers.someone(), purpose);
        return proxy.address().resolve(API + LOGIN + step + "?state=" + state);
    }

    /** Says yes to the question and logs in at Kernel; gives where Kernel sends the browser back to. */
    private static URI logIn(Browser browser, URI form, HttpResponse<String> question) {
        URI kernel = Browser.onwards(browser.submit(form, question));
        Map<String, String> typed = Map.of("identifier", KernelServers.PHONE, "action", "login");
        return Browser.location(browser.submit(kernel.resolve("authorize"), browser.get(kernel), typed));
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }
}
