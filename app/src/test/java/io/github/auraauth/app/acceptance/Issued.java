package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.app.acceptance.AccountsClient.Session;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** What callers have from one release, which is to be good at every other: a user, a key, a session, tokens. */
final class Issued {
    private static final String PERSON = "anne";

    private final RelyingParty client;
    private final String authorizationId = "session-" + UUID.randomUUID();
    private final String auraId;
    private final String key;
    private final String keyId;
    private final Session session;
    private final String token;
    private final JsonNode tokens;

    /**
     * Has all of it made by one release.
     *
     * @param root who may make auth tokens
     */
    Issued(RunningRelease by, RelyingParty client, Map<String, String> root) {
        this.client = client;
        auraId = Api.auraId(by.api().call(by.api().register(authorizationId)));
        JsonNode generated = json(by.run(
                "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "aura-bot", "-m", "r", "--json"));
        key = generated.path("apiKey").asText();
        keyId = generated.at("/model/jti").asText();
        // on a busy machine the first ones may take longer than a request may
        Eventually.holds(
                "a password is hashed in time",
                () -> by.accounts()
                                .login("nobody", AccountServers.PASSWORD, Map.of())
                                .statusCode()
                        == 401);
        session = by.accounts().session(PERSON, AccountServers.PASSWORD);
        token = AccountsClient.json(AccountServers.made(
                        by.accounts().post("/tokens", root, "{\"name\":\"a token\",\"account\":\"" + PERSON + "\"}")))
                .path("secret")
                .asText();
        Map<String, String> cookie = ProviderServers.cookie(session);
        tokens = by.provider().tokens(client, cookie);
    }

    /** Whatever can be used again and again is good there. */
    void assertGoodAt(RunningRelease other) {
        Api api = other.api();
        assertThat(api.call(api.read(auraId)).body()).contains(authorizationId);
        assertThat(keyStatus(other)).isEqualTo(200);
        assertThat(other.accounts().get("/me", session.headers()).statusCode()).isEqualTo(200);
        assertThat(tokenStatus(other)).isEqualTo(200);
        assertThat(other.provider().userInfo(tokens.path("access_token").asText()))
                .isEqualTo(200);
        assertThat(isActiveAt(other)).isTrue();
        assertThat(other.provider().get("/oidc/jwks", Map.of()).body()).contains(signingKeyId());
    }

    /** What one of the two was asked for, the other does, also where it can be done once only, and both know of it. */
    void assertEndsAt(RunningRelease other, RunningRelease also) {
        String first = tokens.path("refresh_token").asText();
        String second = refresh(other, first);
        assertThat(refresh(also, first)).as("in another tab").isEqualTo(second);
        refresh(also, second);
        assertThat(other.provider().token(client, RelyingParty.refresh(first)).statusCode())
                .isEqualTo(400);
        String code = also.provider().code(client, ProviderServers.cookie(session));
        JsonNode exchanged = ProviderCalls.tokens(other.provider().token(client, client.exchange(code)));
        assertThat(also.provider().userInfo(exchanged.path("access_token").asText()))
                .isEqualTo(200);
        assertThat(also.provider().token(client, client.exchange(code)).statusCode())
                .isEqualTo(400);
        assertThat(other.accounts().post("/logout", session.headers(), "").statusCode())
                .isLessThan(300);
        Eventually.holds(
                "the logout",
                () -> also.accounts().get("/me", session.headers()).statusCode() == 401);

        Api api = other.api();
        assertThat(api.call(api.register(auraId, authorizationId + "-renewed")).statusCode())
                .isEqualTo(200);
        Eventually.holds("the renewed session", () -> readAt(also).contains("-renewed"));
        other.run("apikey", "revoke", "--id", keyId);
        // one after the other: whoever goes on after refusals is throttled
        Eventually.holds("the revocation", () -> keyStatus(also) == 401);
        Eventually.holds("the revocation", () -> keyStatus(other) == 401);
        assertThat(api.call(api.remove(auraId)).statusCode()).isEqualTo(204);
        Eventually.holds("the removal", () -> !readAt(also).contains(authorizationId));
    }

    /** The refresh token that comes after one, and with it an access token that is good. */
    private String refresh(RunningRelease at, String token) {
        JsonNode refreshed = ProviderCalls.tokens(at.provider().token(client, RelyingParty.refresh(token)));
        assertThat(at.provider().userInfo(refreshed.path("access_token").asText()))
                .isEqualTo(200);
        return refreshed.path("refresh_token").asText();
    }

    private String readAt(RunningRelease release) {
        Api api = release.api();
        return api.call(api.read(auraId)).body();
    }

    private int keyStatus(RunningRelease release) {
        Api api = release.api();
        return api.call(api.request("/users/" + auraId, key).build()).statusCode();
    }

    private int tokenStatus(RunningRelease release) {
        return release.accounts()
                .get("/me", AccountsClient.by("Token " + token))
                .statusCode();
    }

    private boolean isActiveAt(RunningRelease release) {
        String access = tokens.path("access_token").asText();
        return AccountsClient.json(
                        release.provider().post("/oidc/introspect", Map.of("token", access), client.credential()))
                .path("active")
                .asBoolean();
    }

    /** By which the client finds the key that verifies its id_token. */
    private String signingKeyId() {
        String header = tokens.path("id_token").asText().split("\\.", 2)[0];
        return json(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .path("kid")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
