package io.github.auraauth.fakes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The fake as a browser and a client see it. */
class FakeKernelTest {
    private static final URI BACK = URI.create("http://localhost:1/back?kept=1");
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Map<String, String> LOGIN = Map.of(
            "response_type", "code",
            "client_id", "aura",
            "redirect_uri", BACK.toString(),
            "scope", "openid",
            "state", "a\"><b>&state",
            "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method", "S256");

    private static final FakeKernel FAKE = FakeKernel.start(
            0,
            List.of(new KnownClient("aura", Optional.of("secret"), Optional.empty(), List.of(BACK))),
            InstantSource.system(),
            new SecureRandom());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        FAKE.close();
    }

    @Test
    void authorize_knownClient_showsAPageThatNeedsNothingElse() throws Exception {
        HttpResponse<String> page = get("authorize?" + form(LOGIN));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"en-GB\">", "<label for=\"identifier\">", ">Log in</button>", ">Cancel</button>")
                .contains("value=\"a&quot;&gt;&lt;b&gt;&amp;state\"")
                .doesNotContain("<b>", "src=", "href=", "<script");
        String style = page.body().split("<style>|</style>", -1)[1];
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "'sha256-" + sha256(style) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void authorize_loggedIn_goesBackWithCodeAndState() throws Exception {
        URI back = location(post("authorize", with("identifier", "someone@example.org", "action", "login")));
        assertThat(back.toString()).startsWith(BACK + "&code=");
        RequestParameters query = RequestParameters.of(back);
        assertThat(query.text("state")).contains("a\"><b>&state");
        assertThat(query.text("iss")).contains(FAKE.issuer());
        JsonNode tokens = token(query.text("code").orElseThrow(), VERIFIER, "aura:secret", 200);
        assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
        JsonNode about = introspect(tokens.get("access_token").asText());
        assertThat(about.get("active").asBoolean()).isTrue();
        assertThat(about.get("authentication_context").get(0).get("type").asText())
                .isEqualTo("email");
    }

    @Test
    void authorize_cancelled_goesBackWithTheError() throws Exception {
        RequestParameters query =
                RequestParameters.of(location(post("authorize", with("identifier", "", "action", "cancel"))));
        assertThat(query.text("error")).contains("access_denied");
        assertThat(query.text("error_description")).isPresent();
        assertThat(query.text("error_codes")).isPresent();
        assertThat(query.text("state")).isPresent();
        assertThat(query.text("code")).isEmpty();
    }

    @Test
    void authorize_identifierThatIsNone_showsThePageAgain() throws Exception {
        for (String none : List.of("", "someone", "@", "12", "<b>")) {
            HttpResponse<String> page = post("authorize", with("identifier", none, "action", "login"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("role=\"alert\"").doesNotContain("<b>");
        }
    }

    @Test
    void authorize_unknownClientOrAddress_sendsNobodyAnywhere() throws Exception {
        assertThat(post("authorize", with("client_id", "another", "action", "cancel"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("authorize", with("redirect_uri", BACK + "1", "action", "cancel"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(RequestParameters.of(location(get("authorize?" + form(with("response_type", "token", "a", "b")))))
                        .text("error"))
                .contains("unsupported_response_type");
    }

    @Test
    void token_wrongClientVerifierOrCodeUsed_isRefused() throws Exception {
        URI login = URI.create(FAKE.address() + "authorize?" + form(LOGIN));
        String first = RequestParameters.of(FAKE.logIn(login, "+12025550100"))
                .text("code")
                .orElseThrow();
        assertThat(token(first, VERIFIER, "aura:wrong", 401).get("error").asText())
                .isEqualTo("invalid_client");
        assertThat(token(first, "wrong", "aura:secret", 400).get("error").asText())
                .isEqualTo("invalid_grant");
        assertThat(token(first, VERIFIER, "aura:secret", 400).get("error").asText())
                .isEqualTo("invalid_grant");
        String second = RequestParameters.of(FAKE.logIn(login, "+12025550100"))
                .text("code")
                .orElseThrow();
        token(second, VERIFIER, "aura:secret", 200);
        token(second, VERIFIER, "aura:secret", 400);
    }

    @Test
    void accessToken_claimsAsked_areInTheToken() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("fake/access-token"))
                .POST(BodyPublishers.ofString("{\"sub\":\"s\",\"scope\":\"auraid-read\",\"exp\":null}")));
        JsonNode claims = claims(json(answer).get("access_token").asText());
        assertThat(claims.get("sub").asText()).isEqualTo("s");
        assertThat(claims.get("scope").asText()).isEqualTo("auraid-read");
        assertThat(claims.get("iss").asText()).isEqualTo(FAKE.issuer());
        assertThat(claims.has("iat")).isTrue();
        assertThat(claims.has("exp")).isFalse();
    }

    @Test
    void rotateKeys_oldKey_isStillPublished() {
        String before = FAKE.keySet();
        FAKE.rotateKeys();
        assertThat(FAKE.keySet()).isNotEqualTo(before).contains(before.substring(9, before.length() - 2));
    }

    private JsonNode token(String code, String verifier, String basic, int status) throws Exception {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                BACK.toString(),
                "code_verifier",
                verifier);
        HttpResponse<String> answer = send(asClient("token", form, basic));
        assertThat(answer.statusCode()).isEqualTo(status);
        return json(answer);
    }

    private JsonNode introspect(String token) throws Exception {
        return json(send(asClient("introspect", Map.of("token", token), "aura:secret")));
    }

    private HttpRequest.Builder asClient(String path, Map<String, String> form, String basic) {
        String encoded = Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII));
        return posted(path, form).header("Authorization", "Basic " + encoded);
    }

    @Test
    void startBehind_aProxy_saysTheProxysAddress() {
        URI proxy = URI.create("http://127.0.0.1:9/");
        try (FakeKernel behind =
                FakeKernel.startBehind(proxy, 0, List.of(), InstantSource.system(), new SecureRandom())) {
            assertThat(behind.address()).isEqualTo(proxy);
            assertThat(behind.issuer()).isEqualTo("http://127.0.0.1:9");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return send(posted(path, form));
    }

    private HttpRequest.Builder posted(String path, Map<String, String> form) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(FAKE.address() + path);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> with(String name, String value, String otherName, String otherValue) {
        Map<String, String> all = new HashMap<>(LOGIN);
        all.put(name, value);
        all.put(otherName, otherValue);
        return all;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
