package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.form;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.app.acceptance.AccountsClient.Session;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One login of a person at a client with all that follows, well and wrongly, whose secrets are noted. */
final class ProviderCanaryFlight {
    final Canaries canaries = new Canaries();
    final List<HttpResponse<String>> refusals = new ArrayList<>();
    private final ProviderServers provider;

    ProviderCanaryFlight(ProviderServers provider) {
        this.provider = provider;
    }

    void fly() {
        RelyingParty client = provider.asking;
        canaries.secret(client.secret());
        canaries.secret(RelyingParty.VERIFIER);
        Session session = provider.somebody("canary.person");
        canaries.secret(session.cookie().replaceAll("^[^=]*=", ""));
        canaries.secret(session.csrf());
        String code = canaries.secret(logIn(client, session));
        JsonNode tokens = ProviderCalls.tokens(provider.a.token(client, client.exchange(code)));
        List.of("access_token", "refresh_token", "id_token")
                .forEach(kind -> canaries.secret(tokens.path(kind).asText()));
        String refresh = tokens.path("refresh_token").asText();
        JsonNode next = ProviderCalls.tokens(provider.b.token(client, RelyingParty.refresh(refresh)));
        List.of("access_token", "refresh_token", "id_token")
                .forEach(kind -> canaries.secret(next.path(kind).asText()));
        String access = next.path("access_token").asText();
        assertThat(provider.a.userInfo(access)).isEqualTo(200);
        provider.a.post("/oidc/userinfo", Map.of("access_token", access), Map.of());
        provider.a.post("/oidc/introspect", Map.of("token", access), client.credential());
        refuse(client, session, access);
        refusals.add(provider.a.token(client, client.exchange(code)));
        provider.a.post("/oidc/revoke", Map.of("token", access), client.credential());
        provider.a.get(
                "/oidc/end-session",
                Map.of("id_token_hint", next.path("id_token").asText()),
                ProviderServers.cookie(session));
    }

    /** With hints and a consent, begun by a form of the client's. */
    private String logIn(RelyingParty client, Session session) {
        Map<String, String> request = client.request(Map.of(
                "login_hint", canaries.personal("canary.of.the.hint@example.org"),
                "state", canaries.secret("canary-state-of-the-client"),
                "nonce", "a-nonce"));
        HttpResponse<String> kept = provider.a.post("/oidc/authorize", request, Map.of());
        String back = Browser.location(kept).toString();
        canaries.secret(back.replaceAll(".*request=", ""));
        HttpResponse<String> asked = provider.a.get(back, ProviderServers.cookie(session));
        String handle = canaries.secret(
                asked.body().replaceAll("(?s).*name=\"request\" value=\"", "").replaceAll("(?s)\".*", ""));
        Map<String, String> consent = Map.of("request", handle, "answer", "agree", "csrf", session.csrf());
        return parameters(Browser.onwards(provider.a.post("/oidc/consent", consent, ProviderServers.cookie(session))))
                .get("code");
    }

    /** Everything that can be wrong, with something marked in it. */
    private void refuse(RelyingParty client, Session session, String access) {
        String marker = canaries.secret("canary-wrong-credential");
        ProviderCalls calls = provider.b;
        Map<String, String> cookie = ProviderServers.cookie(session);
        refusals.add(calls.token(client, client.exchange(marker)));
        refusals.add(calls.token(client, RelyingParty.refresh(marker)));
        refusals.add(calls.post("/oidc/token", client.exchange(marker), AccountsClient.basic("asking", marker)));
        refusals.add(calls.post("/oidc/token", "client_secret=" + marker + "&client_secret=x", Map.of()));
        refusals.add(calls.post("/oidc/token", marker, AccountsClient.by(marker)));
        refusals.add(calls.post("/oidc/introspect", Map.of("token", access), AccountsClient.by("Bearer " + access)));
        refusals.add(calls.get("/oidc/userinfo", AccountsClient.by("Bearer " + marker + ' ' + marker)));
        refusals.add(calls.get("/oidc/userinfo?access_token=" + access, Map.of()));
        refusals.add(calls.get("/oidc/authorize/continue?request=" + marker, cookie));
        refusals.add(calls.post("/oidc/consent", "request=" + marker + "&answer=agree&csrf=" + marker, cookie));
        refusals.add(calls.get("/oidc/end-session?post_logout_redirect_uri=" + marker, cookie));
        refusals.add(calls.get("/oidc/" + marker, cookie));
        Map<String, String> bad = new HashMap<>(client.request());
        bad.put("redirect_uri", "https://client.example/" + marker);
        refusals.add(calls.get("/oidc/authorize?" + form(bad) + "&id_token_hint=" + marker, cookie));
        calls.get("/oidc/authorize", client.request(Map.of("id_token_hint", marker, "prompt", "none")), cookie);
    }
}
