package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningProvider.assertPage;
import static io.github.auraauth.adapter.http.RunningProvider.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.ResponseMode;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.AuthorizationStep.Refuse.Reason;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that lead through an authorization request, through a real server behind a proxy's prefix. */
class ProviderPagesTest extends WithProvider {
    private static final String CALLBACK = "https://client.example/cb";
    private static final String APP = "com.example.app:/cb";
    private static final String ATTACK = "\"><script>alert(1)</script>&'\r\nX: 1;%zz \u00e9";
    private static final String CONTINUE = "/oidc/authorize/continue?request=a-handle";

    @Test
    void authorize_byGet_asksWithItsParameters_asOAuthTakesThem() {
        server.get("/oidc/authorize?client_id=c1&scope=openid+email&state=&unknown=1&unknown=2&nonce=a&nonce=b"
                        + "&prompt=login&state=%22%3E")
                .session("mine")
                .send();

        AuthorizationParameters asked = core.parameters.get(0);
        assertThat(asked.values())
                .isEqualTo(Map.of(
                        "client_id", "c1", "scope", "openid email", "nonce", "a", "prompt", "login", "state", "\">"));
        assertThat(asked.repeated()).containsExactly("nonce");
        assertThat(asked.claims()).isEmpty();
        assertThat(core.sessions).containsExactly(Optional.of("mine"));
    }

    @Test
    void authorize_byPost_isKept_andComesBackWithGet() {
        HttpResponse<String> answer = server.post(
                        "/oidc/authorize", "client_id=c1&state=a%26b&nonce=a&nonce=b&nonce=c&x=1")
                .header("Sec-Fetch-Site", "cross-site")
                .send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth" + CONTINUE);
        assertThat(core.calls).containsExactly("keep");
        assertThat(core.parameters.get(0).values()).containsEntry("state", "a&b");
        assertThat(core.parameters.get(0).repeated()).containsExactly("nonce");
    }

    @Test
    void authorize_byPostOfNoKnownClient_isNotKept_andSaysSo() {
        core.keeps = false;
        HttpResponse<String> answer =
                server.post("/oidc/authorize", "client_id=nobody").send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(core.calls).containsExactly("keep", "begin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userinfo\":{\"email\":null,\"given_name\":{\"essential\":true},\"planet\":null}} | email,given_name | '' | ''",
                "{\"id_token\":{\"sub\":{\"value\":\"me\"},\"acr\":{\"values\":[\"aal2\"]},\"name\":null}} | '' | name,sub | me",
                "{\"userinfo\":{\"sub\":{\"value\":\"me\"}}} | sub | '' | me",
                "{\"other\":1,\"id_token\":null} | '' | '' | ''",
                "{} | '' | '' | ''",
            })
    void authorize_withClaims_readsThoseThatWeCanTell(String json, String userInfo, String idToken, String subject) {
        server.get("/oidc/authorize?claims=" + encoded(json)).send();

        RequestedClaims claims = core.parameters.get(0).claims().orElseThrow();
        assertThat(String.join(",", claims.userInfo().stream().sorted().toList()))
                .isEqualTo(userInfo);
        assertThat(String.join(",", claims.idToken().stream().sorted().toList()))
                .isEqualTo(idToken);
        assertThat(claims.subject().orElse("")).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "[]",
                "null",
                "1",
                "{\"userinfo\":1}",
                "{\"userinfo\":[]}",
                "{\"id_token\":{\"email\":1}}",
                "{\"userinfo\":{},\"userinfo\":{}}",
                "{} {}",
                "{",
                "{\"a\":[[[[[[[[1]]]]]]]]}",
            })
    void authorize_withClaimsThatAreNone_saysSoToTheCore(String json) {
        server.get("/oidc/authorize?claims=" + encoded(json)).send();

        assertThat(core.parameters.get(0).values()).containsKey("claims");
        assertThat(core.parameters.get(0).claims()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"aal2\",\"aal1\"]}}} | aal1,aal2",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"aal2\"}}} | aal2",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[2]}}} | 2",
                "{\"id_token\":{\"acr\":{\"essential\":true}}} | ''",
                "{\"id_token\":{\"acr\":{\"essential\":false,\"value\":\"aal2\"}}} | ''",
                "{\"id_token\":{\"acr\":{\"values\":[\"aal2\"]}}} | ''",
                "{\"userinfo\":{\"acr\":{\"essential\":true,\"value\":\"aal2\"}}} | ''",
            })
    void authorize_withAnEssentialLevel_asksForOneOfThose(String json, String levels) {
        server.get("/oidc/authorize?claims=" + encoded(json)).send();

        RequestedClaims claims = core.parameters.get(0).claims().orElseThrow();
        assertThat(String.join(",", claims.levels().stream().sorted().toList())).isEqualTo(levels);
    }

    @Test
    void authorize_withOverlongClaims_isRefusedCleanly() {
        String padded = "{\"userinfo\":{\"" + "x".repeat(9_000) + "\":null}}";
        server.get("/oidc/authorize?claims=" + encoded(padded)).send();
        assertThat(core.parameters.get(0).claims()).isEmpty();

        String megabyte = "claims=" + "x".repeat(1024 * 1024);
        assertPage(server.post("/oidc/authorize", megabyte).send(), 413);
        assertPage(
                server.post("/oidc/authorize", "claims=" + "x".repeat(20_000)).send(), 400);
        assertThat(core.calls).containsExactly("begin");
        try (RawClient raw = new RawClient(server.server.port())) {
            RawClient.Reply reply = raw.send("GET /oidc/authorize?")
                    .send(megabyte.substring(0, 40_000))
                    .reply();
            assertThat(reply.status()).isEqualTo(431);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_id=%zz", "client_id=%ff", "a=1&&client_id=c", "client_id=c&"})
    void authorize_byAFormThatIsNone_isRefusedOnAPage(String form) {
        assertPage(server.post("/oidc/authorize", form).send(), 400);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void respond_byQuery_redirectsAtOnce_withEverythingEncoded() {
        core.respond(CALLBACK + "?a=1", ResponseMode.QUERY, ATTACK);
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1").send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains(CALLBACK + "?a=1&code=a-code&state=" + encoded(ATTACK));
        assertThat(answer.headers().firstValue("X")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void respond_byAQueryThatNoHeaderHolds_goesOnFromAPage() {
        core.respond(CALLBACK, ResponseMode.QUERY, "\"".repeat(8_000));
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1").send();

        assertPage(answer, 200);
        assertThat(answer.body()).contains("%22".repeat(8_000));
    }

    @ParameterizedTest
    @CsvSource({"2500, 303", "3000, 303", "3100, 200", "4000, 200", "5800, 200"})
    void respond_byALongQuery_hasAHeadThatProxiesTake(int length, int status) {
        core.respond(CALLBACK, ResponseMode.QUERY, "s".repeat(length));
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1").send();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(HeadSize.of(answer)).isLessThan(HeadSize.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {CALLBACK, APP})
    void respond_byQueryAfterAForm_goesOnFromAPage_alsoToAnApp(String address) {
        core.respond(address, ResponseMode.QUERY, ATTACK);
        HttpResponse<String> answer = server.get(CONTINUE).session("mine").send();

        assertPage(answer, 200);
        String target = address + "?code=a-code&amp;state=" + encoded(ATTACK);
        assertThat(answer.body())
                .contains("<meta http-equiv=\"refresh\" content=\"0;url=" + target + "\">")
                .contains("<a href=\"" + target + "\" rel=\"noreferrer\">")
                .contains("lang=\"es-ES\"");
        assertThat(core.calls).containsExactly("resume a-handle");
        assertThat(core.sessions).containsExactly(Optional.of("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/authorize?client_id=c1", CONTINUE})
    void respond_byFormPost_sendsAForm_whosePolicySaysNothingOfForms(String path) {
        core.respond(CALLBACK, ResponseMode.FORM_POST, ATTACK);
        HttpResponse<String> answer = server.get(path).send();

        assertPage(answer, 200, "");
        assertThat(answer.body())
                .contains("<form method=\"post\" action=\"" + CALLBACK + "\">")
                .contains("<input type=\"hidden\" name=\"code\" value=\"a-code\">")
                .contains("<noscript><button type=\"submit\">")
                .contains("<script>document.forms[0].submit()</script>")
                .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>&amp;&#39;")
                .containsOnlyOnce("</form>");
    }

    @Test
    void logIn_withHintAndLanguages_leadsToAFilledInLoginInThatLanguage() {
        core.step = new AuthorizationStep.LogIn(
                Secret.ofText("a-handle"), Optional.of("ana&x=\"'>"), Optional.of("fr es-ES"));
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1").send();
        String location = answer.headers().firstValue("Location").orElseThrow();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location)
                .isEqualTo("/auth/login?next=" + encoded("/auth" + CONTINUE) + "&login_hint=" + encoded("ana&x=\"'>")
                        + "&ui_locales=fr+es-ES");
        HttpResponse<String> login =
                server.get(location.substring("/auth".length())).send();
        assertPage(login, 200);
        assertThat(login.body())
                .contains("lang=\"es-ES\"", "name=\"next\" value=\"/auth" + CONTINUE + "\"")
                .contains("name=\"username\" type=\"text\"", "value=\"ana&amp;x=&#34;&#39;>\" required");
    }

    @Test
    void logIn_withAnOverlongHint_leavesItAway() {
        core.step = new AuthorizationStep.LogIn(
                Secret.ofText("a-handle"), Optional.of("x".repeat(301)), Optional.of("y".repeat(257)));

        assertThat(server.get(CONTINUE).send().headers().firstValue("Location"))
                .contains("/auth/login?next=" + encoded("/auth" + CONTINUE));
    }

    @Test
    void logIn_withAHintThatIsLongOnceItIsEncoded_hasAHeadThatProxiesTake() {
        core.step = new AuthorizationStep.LogIn(
                Secret.ofText("a-handle"), Optional.of("\u6f22".repeat(300)), Optional.of("\u6f22".repeat(256)));
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1").send();

        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/auth/login?next=");
        assertThat(HeadSize.of(answer)).isLessThan(HeadSize.MOST);
    }

    @Test
    void ask_forConsent_namesTheServiceTheAccountAndWhatItIsTold() {
        ask("<b>\"Shop\" & 'Co'</b>");
        HttpResponse<String> answer =
                server.get("/oidc/authorize?client_id=c1").session("mine").send();

        assertPage(answer, 200);
        assertThat(answer.body())
                .contains("lang=\"es-ES\"", "&lt;b&gt;\"Shop\" &amp; 'Co'&lt;/b&gt;", "<dd>ana</dd>")
                .contains("saber su dirección de correo electrónico", "misma persona")
                .doesNotContain("saber su nombre")
                .contains("<form method=\"post\" action=\"/auth/oidc/consent\">")
                .contains("name=\"request\" value=\"a-handle\"")
                .contains("name=\"csrf\" value=\"" + RunningAccounts.csrf("mine") + "\"")
                .contains("name=\"answer\" value=\"agree\"", "name=\"answer\" value=\"deny\"");
    }

    @ParameterizedTest
    @CsvSource({"agree, true", "deny, false"})
    void consent_byItsForm_isAnswered_andEndsInAPage(String answer, boolean agreed) {
        core.respond(CALLBACK, ResponseMode.QUERY, "s");
        HttpResponse<String> page = server.post("/oidc/consent", consent("mine", answer))
                .session("mine")
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertPage(page, 200);
        assertThat(page.body()).contains("0;url=" + CALLBACK + "?code=a-code&amp;state=s\"");
        assertThat(core.calls).containsExactly("answer a-handle " + agreed);
        assertThat(core.sessions).containsExactly(Optional.of("mine"));
    }

    @ParameterizedTest
    @CsvSource({"mine, cross-site", "mine, same-site", "other, same-origin", "'', same-origin"})
    void consent_thatAnotherPageMakesTheBrowserSend_isRefused(String csrf, String site) {
        HttpResponse<String> answer = server.post("/oidc/consent", consent(csrf, "agree"))
                .session("mine")
                .header("Sec-Fetch-Site", site)
                .send();

        assertPage(answer, 403);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void consent_whenTheSessionHasEnded_asksAgain_andAnswersNothing() {
        HttpResponse<String> answer =
                server.post("/oidc/consent", consent("mine", "agree")).send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth" + CONTINUE);
        assertThat(core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", ""})
    void consent_withoutAnAnswer_isRefused(String answer) {
        assertPage(
                server.post("/oidc/consent", consent("mine", answer))
                        .session("mine")
                        .send(),
                400);
        assertThat(core.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void refuse_forWhateverReason_isAPageThatLeadsNowhere(Reason reason) {
        core.step = new AuthorizationStep.Refuse(reason);
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1&redirect_uri=https%3A%2F%2Fevil.example"
                        + "&state=%22%3E%3Cscript%3E")
                .send();

        assertPage(answer, reason == Reason.THROTTLED ? 429 : 400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("evil.example", "http-equiv", "<form", "<a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/authorize/continue", "/oidc/authorize/continue?request="})
    void resume_withoutAHandle_isEnded(String path) {
        HttpResponse<String> answer = server.get(path).send();

        assertPage(answer, 400);
        assertThat(answer.body()).contains("has waited for too long");
        assertThat(core.calls).isEmpty();
    }

    @Test
    void request_thatIsNone_isRefusedOnAPage() {
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS"}) {
            assertPage(server.method(method, "/oidc/authorize").send(), 405);
        }
        assertThat(server.method("HEAD", "/oidc/authorize").send().statusCode()).isEqualTo(405);
        assertPage(server.get("/oidc/consent").send(), 405);
        assertPage(server.json("/oidc/consent").send(), 415);
        assertPage(
                server.get("/oidc/authorize?client_id=c1")
                        .header("Sec-Purpose", "prefetch")
                        .send(),
                403);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void authorize_whenAStoreIsAway_saysSoOnAPage() {
        core.failure = Optional.of(new Outage.Unavailable("store"));
        HttpResponse<String> answer = server.get("/oidc/authorize?client_id=c1")
                .header("Accept-Language", "es")
                .send();

        assertPage(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("lang=\"es-ES\"");
    }

    private void ask(String client) {
        core.step = new AuthorizationStep.Ask(
                Secret.ofText("a-handle"),
                client,
                Set.of(Scope.OPENID, Scope.EMAIL),
                Username.parse("ana").orElseThrow(),
                Optional.of("es"));
    }

    private static String consent(String session, String answer) {
        String csrf = session.isEmpty() ? "" : RunningAccounts.csrf(session);
        return "request=a-handle&answer=" + answer + "&csrf=" + csrf;
    }
}
