package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of the original: a client that is registered by its command logs people in by the Authorization Code Flow. */
interface ProviderSeedWay {
    ProviderServers provider();

    @Test
    default void client_thatIsRegisteredBesideTheServers_logsPeopleIn_untilItIsDeleted() {
        RelyingParty client = provider().confidential("seed");
        ServerProcess server = provider().a.server;
        Browser browser = new Browser();

        URI begin = server.uri("/oidc/authorize?" + ProviderCalls.form(client.request()));
        URI login = server.uri(Browser.location(browser.get(begin)).toString());
        HttpResponse<String> form = browser.get(login);
        HttpResponse<String> loggedIn = browser.submit(
                server.uri("/login"), form, Map.of("username", "seed.person", "password", AccountServers.PASSWORD));
        HttpResponse<String> asked =
                browser.get(server.uri(Browser.location(loggedIn).toString()));
        assertThat(asked.body()).contains("Client seed", "seed.person");
        URI back = Browser.onwards(browser.submit(server.uri("/oidc/consent"), asked, Map.of("answer", "agree")));

        assertThat(back.toString()).startsWith(ProviderServers.CALLBACK + '?');
        assertThat(parameters(back))
                .containsEntry("state", "the-state-of-the-client")
                .containsEntry("iss", ProviderServers.ISSUER);
        JsonNode tokens = ProviderCalls.tokens(
                provider().b.token(client, client.exchange(parameters(back).get("code"))));
        assertToldOf(tokens);
        rotateSecret(client, tokens);
    }

    private void assertToldOf(JsonNode tokens) {
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(600);
        String payload = tokens.path("id_token").asText().split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("\"iss\":\"" + ProviderServers.ISSUER + '"', "\"nonce\":\"the-nonce-of-the-client\"")
                .contains("\"at_hash\"", "\"auth_time\"", "\"sid\"", "\"acr\":\"aal1\"");
        HttpResponse<String> userInfo = provider()
                .a
                .get(
                        "/oidc/userinfo",
                        by("Bearer " + tokens.path("access_token").asText()));
        assertThat(json(userInfo).path("preferred_username").asText()).isEqualTo("seed.person");
    }

    private void rotateSecret(RelyingParty client, JsonNode tokens) {
        CommandLine operator = provider().accounts.operator;
        String made = operator.run("", "oidc", "update-client", "seed", "--client-secret=");
        RelyingParty renewed = new RelyingParty("seed", made, client.redirectUri());
        JsonNode next = refreshed(client, tokens);
        awaitKnown(renewed);
        next = refreshed(renewed, next);
        operator.run("", "oidc", "update-client", "seed", "--client-secret=", "--drop-old-secret");
        awaitUnknown(client);
        awaitUnknown(renewed);
        assertThat(provider().b.userInfo(next.path("access_token").asText())).isEqualTo(200);
        operator.run("", "oidc", "delete-client", "seed");
        String access = next.path("access_token").asText();
        Eventually.holds("what it was given has ended", () -> provider().b.userInfo(access) == 401);
        provider().confidential("seed");
        Eventually.holds("it is known again", () -> isKnown(client));
        assertThat(provider().b.userInfo(access)).as("of the former client").isEqualTo(401);
        assertThat(ProviderCalls.error(provider()
                        .a
                        .token(
                                client,
                                RelyingParty.refresh(next.path("refresh_token").asText()))))
                .isEqualTo("invalid_grant");
    }

    private JsonNode refreshed(RelyingParty client, JsonNode tokens) {
        return ProviderCalls.tokens(provider()
                .a
                .token(client, RelyingParty.refresh(tokens.path("refresh_token").asText())));
    }

    private void awaitKnown(RelyingParty client) {
        Eventually.holds("the secret is known", () -> isKnown(client));
    }

    private void awaitUnknown(RelyingParty client) {
        Eventually.holds("the secret is known no more", () -> !isKnown(client));
    }

    /** At both instances. */
    private boolean isKnown(RelyingParty client) {
        return provider()
                .both()
                .allMatch(calls -> calls.post("/oidc/introspect", Map.of("token", "x"), client.credential())
                                .statusCode()
                        == 200);
    }
}
