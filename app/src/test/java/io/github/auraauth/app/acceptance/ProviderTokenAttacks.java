package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults that other providers have had: what clients may ask that they must not be told. */
interface ProviderTokenAttacks {
    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void introspection_tellsOfAToken_itsClientAndResourceServersOnly() {
        JsonNode tokens = provider().a.tokens(provider().trusted, session());
        for (String kind : List.of("access_token", "refresh_token")) {
            Map<String, String> form = Map.of("token", tokens.path(kind).asText());
            assertThat(introspected(form, provider().trusted)).isTrue();
            assertThat(introspected(form, provider().api)).isTrue();
            assertThat(introspected(form, provider().other)).isFalse();
            HttpResponse<String> anonymous =
                    provider().a.post("/oidc/introspect", provider().app.named(form), Map.of());
            assertThat(anonymous.statusCode()).isEqualTo(401);
            assertThat(anonymous.body()).doesNotContain("active", "anne");
            HttpResponse<String> revoked =
                    provider().a.post("/oidc/revoke", form, provider().other.credential());
            assertThat(revoked.statusCode()).isIn(200, 400);
            HttpResponse<String> byApp =
                    provider().a.post("/oidc/revoke", provider().app.named(form), Map.of());
            assertThat(byApp.statusCode()).isIn(200, 400);
            assertThat(introspected(form, provider().trusted))
                    .as("revoked by another")
                    .isTrue();
        }
        assertThat(introspected(Map.of("token", tokens.path("id_token").asText()), provider().api))
                .isFalse();
    }

    /** To be named is not to be proved. */
    @Test
    default void client_thatShowsNoSecret_orAnothers_isNone() {
        String code = provider().a.code(provider().trusted, session());
        Map<String, String> form = provider().trusted.exchange(code);
        form.put("client_id", "trusted");
        assertThat(error(provider().a.post("/oidc/token", form, Map.of()))).isEqualTo("invalid_client");
        form.put("client_secret", provider().other.secret());
        assertThat(error(provider().a.post("/oidc/token", form, Map.of()))).isEqualTo("invalid_client");
        form.put("client_secret", "");
        assertThat(error(provider().a.post("/oidc/token", form, Map.of()))).isEqualTo("invalid_client");
        form.put("client_secret", provider().trusted.secret());
        assertThat(error(provider()
                        .a
                        .post("/oidc/token", form, provider().trusted.credential())))
                .as("two methods")
                .isEqualTo("invalid_request");
        assertThat(error(provider().a.post("/oidc/token", form, provider().other.credential())))
                .isEqualTo("invalid_request");
        assertThat(provider().a.post("/oidc/token", form, Map.of()).statusCode())
                .as("client_secret_post")
                .isEqualTo(200);
    }

    @Test
    default void userInfo_byWhatIsNoAccessTokenInTheHeader_isNotTold() {
        JsonNode tokens = provider().a.tokens(provider().trusted, session());
        String access = tokens.path("access_token").asText();
        for (String kind : List.of("refresh_token", "id_token")) {
            assertThat(provider().a.userInfo(tokens.path(kind).asText())).isEqualTo(401);
        }
        assertThat(provider()
                        .a
                        .get("/oidc/userinfo?access_token=" + access, Map.of())
                        .statusCode())
                .isEqualTo(401);
        assertThat(provider().a.get("/oidc/userinfo", session()).statusCode())
                .as("a session is no access token")
                .isEqualTo(401);
        assertThat(provider().accounts.a.get("/me", by("Bearer " + access)).statusCode())
                .isEqualTo(401);
        assertThat(provider().accounts.a.get("/me", by("Token " + access)).statusCode())
                .isEqualTo(401);
        HttpResponse<String> revoked = provider()
                .a
                .post(
                        "/oidc/revoke",
                        Map.of("token", access),
                        provider().trusted.credential());
        assertThat(revoked.statusCode()).isEqualTo(200);
        provider().both().forEach(calls -> assertThat(calls.userInfo(access)).isEqualTo(401));
    }

    @Test
    default void keySet_ofBothAlgorithms_hasNothingPrivate() {
        JsonNode keys = json(provider().b.get("/oidc/jwks", Map.of())).path("keys");
        assertThat(keys).isNotEmpty();
        keys.forEach(key -> assertThat(key.fieldNames())
                .toIterable()
                .isSubsetOf("kty", "kid", "use", "alg", "n", "e", "crv", "x", "y"));
    }

    @Test
    default void flowsAndGrants_thatWeDoNotHave_giveNothing() {
        RelyingParty client = provider().trusted;
        for (String type : List.of("token", "id_token", "code token", "code id_token", "none", "Code", "code,token")) {
            HttpResponse<String> answer =
                    provider().a.authorize(client.request(Map.of("response_type", type)), session());
            assertThat(parameters(Browser.location(answer)))
                    .as(type)
                    .containsEntry("error", "unsupported_response_type")
                    .doesNotContainKeys("code", "access_token", "id_token");
        }
        for (String mode : List.of("fragment", "web_message", "query.jwt", "okta_post_message", "FORM_POST")) {
            HttpResponse<String> answer =
                    provider().a.authorize(client.request(Map.of("response_mode", mode)), session());
            assertThat(parameters(Browser.location(answer))).as(mode).containsEntry("error", "invalid_request");
            assertThat(Browser.location(answer).getRawFragment()).isNull();
        }
        for (String prompt : List.of("create", "none login", "NONE", "login,consent")) {
            HttpResponse<String> answer = provider().a.authorize(client.request(Map.of("prompt", prompt)), session());
            assertThat(parameters(Browser.location(answer))).as(prompt).containsEntry("error", "invalid_request");
        }
        for (String grant : List.of(
                "password",
                "client_credentials",
                "implicit",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:device_code")) {
            Map<String, String> form =
                    Map.of("grant_type", grant, "username", "anne", "password", AccountServers.PASSWORD);
            assertThat(error(provider().a.token(client, form))).as(grant).isEqualTo("unsupported_grant_type");
        }
    }

    /** What a client is not registered for it is not granted, in whatever way it asks. */
    @Test
    default void scopesAndClaims_beyondTheClients_areNotTold() {
        RelyingParty little = provider().confidential("little", "--consent", "none", "--scope", "profile");
        Map<String, String> request = little.request(
                Map.of("claims", "{\"userinfo\":{\"email\":{\"essential\":true}},\"id_token\":{\"email\":null}}"));

        JsonNode tokens = ProviderCalls.tokens(
                provider().a.token(little, little.exchange(provider().a.code(request, session()))));

        assertThat(tokens.path("scope").asText()).doesNotContain("email", "offline_access");
        assertThat(tokens.has("refresh_token")).isFalse();
        HttpResponse<String> userInfo = provider()
                .a
                .get(
                        "/oidc/userinfo",
                        by("Bearer " + tokens.path("access_token").asText()));
        assertThat(json(userInfo).has("email")).isFalse();
    }

    @Test
    default void answer_toAPageOfAnotherOrigin_isNotReadable_andNeverWithCredentials() {
        for (String path : List.of("/oidc/token", "/oidc/userinfo", "/oidc/jwks", "/oidc/introspect")) {
            for (String origin : List.of("https://evil.example", "null", "https://client.example.evil.example")) {
                HttpResponse<String> answer = provider().a.call("OPTIONS", path, "", Map.of("Origin", origin));
                assertThat(answer.headers().map().keySet())
                        .as(path + ' ' + origin)
                        .doesNotContain("access-control-allow-origin", "access-control-allow-credentials");
            }
        }
    }

    /** What a caller says of the host is not what we are called. */
    @Test
    default void metadata_forACallerWhoNamesAnotherHost_isTheSame() {
        String usual = provider()
                .a
                .get("/oidc/.well-known/openid-configuration", Map.of())
                .body();
        String told = provider()
                .b
                .get(
                        "/oidc/.well-known/openid-configuration",
                        Map.of(
                                "X-Forwarded-Host",
                                "evil.example",
                                "X-Forwarded-Prefix",
                                "/evil",
                                "Forwarded",
                                "host=e"))
                .body();
        assertThat(told).isEqualTo(usual).contains("\"issuer\":\"" + ProviderServers.ISSUER + '"');
    }

    private boolean introspected(Map<String, String> form, RelyingParty by) {
        HttpResponse<String> answer = provider().b.post("/oidc/introspect", form, by.credential());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("active").asBoolean();
    }
}
