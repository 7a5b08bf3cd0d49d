package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningProvider.assertError;
import static io.github.auraauth.adapter.http.RunningProvider.basic;
import static io.github.auraauth.adapter.http.RunningProvider.encoded;
import static io.github.auraauth.adapter.http.RunningProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.provider.OAuthTokens.Introspection;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token, introspection and revocation endpoints through a real server. */
class ProviderTokensTest extends WithProvider {
    private static final String ASSERTION_TYPE =
            "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    private static final String CODE = "grant_type=authorization_code&code=c";

    @Test
    void token_forACode_isAsRfc6749HasIt_andNotToBeKept() {
        HttpResponse<String> answer = server.post(
                        "/oidc/token", CODE + "&redirect_uri=https%3A%2F%2Fc.example%2Fcb&code_verifier=v")
                .authorization(basic("c1:s"))
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).toString())
                .isEqualTo("{\"access_token\":\"an-access-token\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                        + "\"id_token\":\"an.id.token\",\"scope\":\"openid offline_access\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
        assertThat(core.calls).containsExactly("exchange SECRET c1 s c https://c.example/cb v");
    }

    @Test
    void token_forARefreshToken_hasANewOne() {
        core.refreshToken = Optional.of(Secret.ofText("another"));
        HttpResponse<String> answer = server.post(
                        "/oidc/token", "grant_type=refresh_token&refresh_token=r&scope=openid++email&client_id=c1")
                .send();

        assertThat(json(answer).path("refresh_token").asText()).isEqualTo("another");
        assertThat(core.calls).containsExactly("refresh NONE c1 - r [email, openid]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id=c1                                    | exchange NONE c1 - c - -",
                "client_id=c1&client_secret=s%2Bs                | exchange SECRET c1 s+s c - -",
                "ASSERTED&client_assertion=a.b.c                 | exchange ASSERTION - a.b.c c - -",
                "ASSERTED&client_assertion=a.b.c&client_id=c1    | exchange ASSERTION c1 a.b.c c - -",
                "client_id=c1&client_secret=                     | exchange NONE c1 - c - -",
                "client_id=c1&client_id=&unknown=1&unknown=2     | exchange NONE c1 - c - -",
            })
    void token_byEachMethodOfAuthentication_asksForThatClient(String client, String call) {
        HttpResponse<String> answer = server.post(
                        "/oidc/token", CODE + '&' + client.replace("ASSERTED", ASSERTION_TYPE))
                .send();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(core.calls).containsExactly(call);
    }

    @ParameterizedTest
    @CsvSource({
        "c1:s, c1, s",
        "c1:, c1, ''",
        "c%3A1:s%25%2B+%c3%a9, c:1, s%+ é",
        "c1:s:t, c1, s:t",
    })
    void token_byBasic_decodesIdentifierAndSecretAsForms(String pair, String id, String secret) {
        server.post("/oidc/token", CODE).authorization(basic(pair)).send();

        assertThat(core.calls).containsExactly("exchange SECRET " + id + ' ' + secret + " c - -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic %%%",
                "Basic",
                "Basic ",
                "Basic Yw==",
                "Basic Yw== Yw==",
                "Bearer token",
                "basic YzE6JXp6", // c1:%zz
                "Basic YzE6JQ==", // c1:%
                "Basic YyV6ejpz", // c%zz:s
                "Basic YzE6JWZm", // c1:%ff
                "Basic YzE6w6k=", // c1:é, not encoded
            })
    void token_byAnAuthorizationThatIsNone_isInvalidClient_withAChallenge(String authorization) {
        HttpResponse<String> answer =
                server.post("/oidc/token", CODE).authorization(authorization).send();

        assertError(answer, 401, "invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"aura\"");
        assertThat(core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=authorization_code&code=c&client_id=c1&code=d",
                "grant_type=authorization_code&code=c&client_id=c1&grant_type=authorization_code",
                "grant_type=authorization_code&client_id=c1",
                "grant_type=authorization_code&code=&client_id=c1",
                "grant_type=refresh_token&client_id=c1",
                "grant_type=&code=c&client_id=c1",
                "code=c&client_id=c1",
                "grant_type=authorization_code&code=c&client_id=c1&client_secret=s&client_assertion=a",
                "grant_type=authorization_code&code=c&client_id=c1&client_assertion=a",
                "grant_type=authorization_code&code=%zz&client_id=c1",
                "grant_type=authorization_code&code=%ff&client_id=c1",
                "grant_type=authorization_code&code&client_id=c1",
                "grant_type=authorization_code&code=c&client_id=c1&&",
                "{}",
            })
    void token_forAFormThatIsNotAsItMustBe_isInvalidRequest(String form) {
        assertError(server.post("/oidc/token", form).send(), 400, "invalid_request");
        assertThat(core.calls).isEmpty();
    }

    @Test
    void token_withoutAnyBody_isNotRefusedForItsMediaType() {
        assertError(
                server.method("POST", "/oidc/token")
                        .authorization(basic("c1:s"))
                        .send(),
                400,
                "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_id=c1&client_secret=s", "client_secret=s", "ASSERTED&client_assertion=a", "client_id=c2"
            })
    void token_byTwoMethodsAtOnce_isInvalidRequest(String more) {
        HttpResponse<String> answer = server.post("/oidc/token", CODE + '&' + more.replace("ASSERTED", ASSERTION_TYPE))
                .authorization(basic("c1:s"))
                .send();

        assertError(answer, 400, "invalid_request");
        assertThat(core.calls).isEmpty();
    }

    @Test
    void token_byBasicAndTheSameClientId_isTaken() {
        server.post("/oidc/token", CODE + "&client_id=c1")
                .authorization(basic("c1:s"))
                .send();

        assertThat(core.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&client_secret=s", "&client_id=", "&client_assertion=a&client_assertion_type=x"})
    void token_ofNoClient_isInvalidClient_withoutAChallenge(String client) {
        HttpResponse<String> answer = server.post("/oidc/token", CODE + client).send();

        assertError(answer, 401, "invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void token_forAnotherGrantType_isUnsupported() {
        assertError(
                server.post("/oidc/token", "grant_type=password&client_id=c1").send(), 400, "unsupported_grant_type");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CLIENT, 401, ''",
        "INVALID_GRANT, 400, ''",
        "INVALID_SCOPE, 400, ''",
        "UNAUTHORIZED_CLIENT, 400, ''",
        "SLOW_DOWN, 429, 60",
        "TEMPORARILY_UNAVAILABLE, 503, 1",
        "SERVER_ERROR, 500, ''",
    })
    void token_thatIsRefused_hasTheStatusOfItsError(OAuthError error, int status, String retryAfter) {
        core.refuse(error);
        HttpResponse<String> posted =
                server.post("/oidc/token", CODE + "&client_id=c1").send();
        HttpResponse<String> basic =
                server.post("/oidc/token", CODE).authorization(basic("c1:s")).send();

        assertError(posted, status, error.value());
        assertThat(posted.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
        assertThat(posted.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(basic.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(error == OAuthError.INVALID_CLIENT);
    }

    @Test
    void token_whenAStoreIsAwayOrSomethingBreaks_saysSoAsOAuthDoes() {
        core.failure = Optional.of(new Outage.Unavailable("store"));
        assertError(server.post("/oidc/token", CODE + "&client_id=c1").send(), 503, "temporarily_unavailable");

        core.failure = Optional.of(new IllegalStateException("canary"));
        HttpResponse<String> broken =
                server.post("/oidc/token", CODE + "&client_id=c1").send();
        assertError(broken, 500, "server_error");
        assertThat(broken.body()).doesNotContain("canary");
    }

    @Test
    void token_byAnotherMethodMediaTypeOrSize_isRefusedInTheSameForm() {
        HttpResponse<String> get = server.get("/oidc/token").send();
        assertError(get, 405, "invalid_request");
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertError(server.json("/oidc/token").send(), 415, "invalid_request");
        assertError(server.get("/oidc/nothing").send(), 404, "invalid_request");
        assertError(
                server.post("/oidc/token", CODE + "&client_id=" + "x".repeat(70_000))
                        .send(),
                413,
                "invalid_request");
        assertError(
                server.post("/oidc/token", CODE + "&client_id=" + "x".repeat(9_000))
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void introspection_ofAnAccessToken_tellsWhoseItIs() {
        core.introspection = new Introspection(Optional.of(FakeProvider.active(true)));
        HttpResponse<String> answer = server.post("/oidc/introspect", "token=t&token_type_hint=refresh_token")
                .authorization(basic("c1:s"))
                .send();

        assertThat(json(answer).toString())
                .isEqualTo("{\"active\":true,\"scope\":\"openid\",\"client_id\":\"c1\",\"username\":\"ana\","
                        + "\"token_type\":\"Bearer\",\"exp\":1600,\"iat\":1000,\"sub\":\"somebody\",\"iss\":\""
                        + RunningProvider.ISSUER + "\"}");
        assertThat(core.calls).containsExactly("introspect SECRET c1 s t");
    }

    @Test
    void introspection_ofARefreshToken_doesNotCallItBearer_andOfNoneSaysNothing() {
        core.introspection = new Introspection(Optional.of(FakeProvider.active(false)));
        assertThat(json(server.post("/oidc/introspect", "token=t&client_id=c1").send())
                        .fieldNames())
                .toIterable()
                .doesNotContain("token_type", "username");

        core.introspection = Introspection.INACTIVE;
        assertThat(server.post("/oidc/introspect", "token=t&client_id=c1")
                        .send()
                        .body())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void revocation_ofAToken_is200_andOfNoToken400() {
        HttpResponse<String> answer = server.post("/oidc/revoke", "token=" + encoded("a+b") + "&client_id=c1")
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(core.calls).containsExactly("revoke NONE c1 - a+b");
        assertError(server.post("/oidc/revoke", "token=&client_id=c1").send(), 400, "invalid_request");
    }
}
