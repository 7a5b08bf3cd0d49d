package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningProvider.ISSUER;
import static io.github.auraauth.adapter.http.RunningProvider.assertError;
import static io.github.auraauth.adapter.http.RunningProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.port.Outage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider publishes of itself, and whose pages may read it. */
class ProviderDocumentsTest extends WithProvider {
    private static final String DISCOVERY = "/oidc/.well-known/openid-configuration";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DISCOVERY,
                "/oidc/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/oidc"
            })
    void metadata_whereverItIsLookedFor_isTheSame_andMayBeKept(String path) {
        HttpResponse<String> answer = server.get(path).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(server.get(DISCOVERY).send().body());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(path).header("If-None-Match", tag).send().statusCode())
                .isEqualTo(304);
    }

    @Test
    void metadata_ofTheProvider_saysWhatItDoes() {
        JsonNode metadata = json(server.get(DISCOVERY).send());

        assertThat(metadata.path("issuer").asText()).isEqualTo(ISSUER);
        for (String endpoint : List.of("authorization", "token", "userinfo", "introspection", "revocation")) {
            assertThat(metadata.path(endpoint + "_endpoint").asText()).startsWith(ISSUER + '/');
        }
        assertThat(metadata.path("jwks_uri").asText()).isEqualTo(ISSUER + "/jwks");
        assertThat(metadata.path("end_session_endpoint").asText()).isEqualTo(ISSUER + "/end-session");
        assertThat(texts(metadata, "scopes_supported")).containsExactly("openid", "profile", "email", "offline_access");
        assertThat(texts(metadata, "response_types_supported")).containsExactly("code");
        assertThat(texts(metadata, "response_modes_supported")).containsExactly("query", "form_post");
        assertThat(texts(metadata, "grant_types_supported")).containsExactly("authorization_code", "refresh_token");
        assertThat(texts(metadata, "subject_types_supported")).containsExactly("public");
        assertThat(texts(metadata, "id_token_signing_alg_values_supported")).containsExactly("RS256", "ES256");
        assertThat(texts(metadata, "token_endpoint_auth_methods_supported"))
                .containsExactly("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
        assertThat(texts(metadata, "claims_supported"))
                .contains("sub", "email_verified", "at_hash", "sid")
                .doesNotHaveDuplicates();
        assertThat(texts(metadata, "acr_values_supported")).containsExactly("aal1", "aal2");
        assertThat(texts(metadata, "prompt_values_supported"))
                .containsExactly("none", "login", "consent", "select_account");
        assertThat(texts(metadata, "ui_locales_supported")).containsExactly("de-DE", "en-GB", "es-ES", "pt-BR");
        assertThat(texts(metadata, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(metadata.path("request_uri_parameter_supported"))
                .isEqualTo(metadata.path("request_parameter_supported"));
        assertThat(metadata.path("request_parameter_supported").asBoolean(true)).isFalse();
        for (String supported : List.of(
                "claims_parameter_supported",
                "authorization_response_iss_parameter_supported",
                "backchannel_logout_supported",
                "backchannel_logout_session_supported")) {
            assertThat(metadata.path(supported).asBoolean()).as(supported).isTrue();
        }
    }

    /** OpenID Connect Discovery 1.0, section 4.2, and RFC 8414, section 3.2: what has no element is left out. */
    @Test
    void metadata_everyMember_hasAValue() {
        HttpResponse<String> answer = server.get(DISCOVERY).send();

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(answer)).hasSizeGreaterThan(25).allSatisfy(member -> {
            assertThat(member.isNull()).isFalse();
            assertThat(member.isContainerNode() && member.isEmpty()).isFalse();
        });
    }

    /** RFC 8414, section 2. */
    @ParameterizedTest
    @ValueSource(strings = {"token", "revocation", "introspection"})
    void metadata_signingMethods_nameTheirAlgorithms(String endpoint) {
        JsonNode metadata = json(server.get(DISCOVERY).send());

        assertThat(texts(metadata, endpoint + "_endpoint_auth_methods_supported"))
                .contains("private_key_jwt");
        assertThat(texts(metadata, endpoint + "_endpoint_auth_signing_alg_values_supported"))
                .contains("RS256")
                .doesNotContain("none");
    }

    @Test
    void keySet_ofTheKeysThatThereAre_changesWithThem() {
        HttpResponse<String> answer = server.get("/oidc/jwks").send();
        assertThat(answer.body())
                .isEqualTo("{\"keys\":[{\"kty\":\"RSA\",\"n\":\"an-n\",\"e\":\"AQAB\",\"kid\":\"one\",\"use\":\"sig\","
                        + "\"alg\":\"RS256\"},{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"an-x\",\"y\":\"a-y\","
                        + "\"kid\":\"two\",\"use\":\"sig\",\"alg\":\"ES256\"}]}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/oidc/jwks").header("If-None-Match", tag).send().statusCode())
                .isEqualTo(304);

        core.keys = List.of(FakeProvider.EC);
        HttpResponse<String> later =
                server.get("/oidc/jwks").header("If-None-Match", tag).send();
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(json(later).path("keys")).hasSize(1);
        assertThat(server.method("HEAD", "/oidc/jwks").send().body()).isEmpty();
    }

    @Test
    void keySet_withoutAKey_isUnavailable() {
        core.failure = Optional.of(new Outage.Unavailable("keys"));

        assertError(server.get("/oidc/jwks").send(), 503, "temporarily_unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/openapi.yaml", "/oidc/openapi.json", "/oidc/docs"})
    void definition_ofTheProvider_isServedBelowThePrefix(String path) {
        HttpResponse<String> answer = server.get(path).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(path.endsWith("docs") || answer.body().contains("/auth/oidc"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oidc/token",
                "/oidc/userinfo",
                "/oidc/revoke",
                "/oidc/jwks",
                DISCOVERY,
                "/oidc/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/oidc"
            })
    void answer_toAClientsOrigin_isReadable_withoutItsCredentials(String path) {
        HttpResponse<String> preflight = preflight(path, FakeProvider.ORIGIN);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue(ALLOW_ORIGIN)).contains(FakeProvider.ORIGIN);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .contains("authorization", "content-type");
        assertThat(preflight.headers().firstValue("Vary")).contains("Origin");

        HttpResponse<String> answer =
                server.get(path).header("Origin", FakeProvider.ORIGIN).send();
        assertThat(answer.headers().allValues(ALLOW_ORIGIN)).containsExactly(FakeProvider.ORIGIN);
        assertThat(answer.headers().allValues("Vary")).containsExactly("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        for (String other : List.of("https://evil.example", "null", FakeProvider.ORIGIN + ".evil.example")) {
            assertThat(preflight(path, other).statusCode()).isEqualTo(405);
            HttpResponse<String> unread =
                    server.get(path).header("Origin", other).send();
            assertThat(unread.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
            assertThat(unread.headers().firstValue("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/introspect", "/oidc/authorize", "/oidc/end-session", "/oidc/openapi.json", "/login"})
    void answer_ofWhatIsNotForScripts_isReadableForNobody(String path) {
        assertThat(preflight(path, FakeProvider.ORIGIN).statusCode()).isEqualTo(405);
        assertThat(server.get(path)
                        .header("Origin", FakeProvider.ORIGIN)
                        .send()
                        .headers()
                        .firstValue(ALLOW_ORIGIN))
                .isEmpty();
    }

    private HttpResponse<String> preflight(String path, String origin) {
        return server.method("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .send();
    }

    private static List<String> texts(JsonNode metadata, String name) {
        List<String> texts = new ArrayList<>();
        metadata.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
