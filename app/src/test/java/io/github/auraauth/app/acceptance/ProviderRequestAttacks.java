package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static io.github.auraauth.app.acceptance.ProviderCalls.form;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that are not as they must be: malformed, doubled, huge, or too many. */
interface ProviderRequestAttacks {
    int MEBIBYTE = 1024 * 1024;

    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void basic_thatIsNone_isInvalidClientWithAChallenge() {
        for (String credential : List.of(
                basic("trusted:%zz"),
                basic("%zz:secret"),
                basic("trusted:%"),
                basic("trusted"),
                basic(""),
                basic(":"),
                basic("trusted:" + "x".repeat(3000)),
                basic("trusted:%00"),
                basic("trus\u00e9ted:\u00e9"),
                "Basic",
                "Basic  ",
                "Basic ?not*base64?",
                "Basic dHJ1c3RlZA",
                "Bearer x",
                "Digest username=trusted")) {
            for (String path : List.of("/oidc/token", "/oidc/introspect", "/oidc/revoke")) {
                HttpResponse<String> answer =
                        provider().a.post(path, "grant_type=refresh_token&refresh_token=x&token=x", by(credential));
                assertThat(answer.statusCode()).as(path + ' ' + credential).isEqualTo(401);
                assertThat(error(answer)).isEqualTo("invalid_client");
                assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                        .startsWith("Basic ");
            }
        }
    }

    @Test
    default void parameter_thatIsGivenTwice_isInvalidEverywhere() {
        RelyingParty client = provider().trusted;
        String good = form(client.request());
        for (String twice : List.of("state=x", "nonce=x", "code_challenge=x", "scope=openid", "prompt=none")) {
            String query = good + (good.contains(twice.split("=", 2)[0] + '=') ? "" : '&' + twice) + '&' + twice;
            HttpResponse<String> answer = provider().a.get("/oidc/authorize?" + query, session());
            assertThat(parameters(Browser.location(answer)))
                    .as(twice)
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
        }
        for (String twice : List.of("client_id=trusted", "redirect_uri=https%3A%2F%2Fevil.example")) {
            assertThat(provider()
                            .a
                            .get("/oidc/authorize?" + good + '&' + twice, session())
                            .statusCode())
                    .isEqualTo(400);
        }
        String kept = Browser.location(provider().a.post("/oidc/authorize", good + "&state=x", Map.of()))
                .toString();
        assertThat(provider().a.get(kept, session()).body())
                .contains("invalid_request")
                .doesNotContain("code=");
        for (String call : List.of(
                "token grant_type=refresh_token",
                "token refresh_token=x",
                "token scope=openid",
                "token client_id=trusted",
                "introspect token=x",
                "introspect client_id=trusted",
                "revoke token=x",
                "revoke token_type_hint=access_token")) {
            String twice = call.substring(call.indexOf(' ') + 1);
            String body = "grant_type=refresh_token&refresh_token=x&token=x&" + twice + '&' + twice;
            HttpResponse<String> answer =
                    provider().a.post("/oidc/" + call.substring(0, call.indexOf(' ')), body, client.credential());
            assertThat(answer.statusCode()).as(call).isEqualTo(400);
            assertThat(error(answer)).isEqualTo("invalid_request");
        }
        assertThat(provider()
                        .a
                        .post("/oidc/userinfo", "access_token=x&access_token=x", Map.of())
                        .statusCode())
                .isEqualTo(400);
        for (String path : List.of("/oidc/end-session/confirm", "/oidc/consent", "/oidc/end-session")) {
            String twice = "csrf=x&csrf=x&request=x&request=x&answer=agree&state=x&state=x";
            assertThat(provider().a.post(path, twice, session()).statusCode())
                    .as(path)
                    .isIn(400, 403);
        }
        assertThat(provider()
                        .a
                        .get("/oidc/authorize/continue?request=x&request=x", session())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    default void claims_thatAreHugeOrDeep_areRefused_andHarmNobody() {
        RelyingParty client = provider().trusted;
        String huge = "{\"userinfo\":{\"" + "x".repeat(MEBIBYTE) + "\":null}}";
        assertThat(provider()
                        .a
                        .authorize(client.request(Map.of("claims", huge.substring(0, 200_000))), session())
                        .statusCode())
                .isIn(400, 414, 431);
        assertThat(provider()
                        .a
                        .post("/oidc/authorize", client.request(Map.of("claims", huge)), Map.of())
                        .statusCode())
                .isEqualTo(413);
        for (String claims : List.of(
                "{\"userinfo\":".repeat(300) + "null" + "}".repeat(300),
                "[".repeat(2_000),
                "{\"id_token\":{\"sub\":{\"value\":[[[[[[[[]]]]]]]]}}}",
                "{\"id_token\":{\"sub\":null},\"id_token\":{}}",
                "{} {}",
                "null",
                "{\"userinfo\":1e999999999}")) {
            HttpResponse<String> answer = provider().a.authorize(client.request(Map.of("claims", claims)), session());
            assertThat(parameters(Browser.location(answer))).as(claims).containsEntry("error", "invalid_request");
        }
        assertThat(provider().a.get("/healthz?probe=live", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void secrets_thatAreGuessed_areSlowedDown_andTheGoodOnePasses() {
        RelyingParty client = provider().trusted;
        String source = ProviderCalls.newSource();
        Map<String, String> form = RelyingParty.refresh("x");
        List<Integer> statuses = IntStream.range(0, 80)
                .mapToObj(number -> provider()
                        .a
                        .post("/oidc/token", form, from(source, AccountsClient.basic("trusted", "guess-" + number)))
                        .statusCode())
                .toList();
        assertThat(statuses.get(0)).isEqualTo(401);
        assertThat(statuses.get(79)).isEqualTo(429);

        HttpResponse<String> good = provider().a.post("/oidc/token", form, from(source, client.credential()));
        assertThat(error(good)).as("of a known client").isEqualTo("invalid_grant");
        assertThat(provider()
                        .a
                        .post("/oidc/introspect", Map.of("token", "x"), from(source, client.credential()))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> guessed = provider()
                .a
                .post("/oidc/introspect", Map.of("token", "x"), from(source, AccountsClient.basic("nobody", "x")));
        assertThat(guessed.statusCode()).isEqualTo(429);
        assertThat(guessed.headers().firstValue("retry-after")).isPresent();
        assertThat(error(guessed)).isEqualTo("slow_down");
    }

    private static Map<String, String> from(String source, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Forwarded-For", source);
        return all;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
    }
}
