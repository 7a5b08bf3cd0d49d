package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where browsers can be made to go, and what they bring along. */
interface ProviderRedirectAttacks {
    /** What providers have taken for {@code https://client.example/callback}. */
    List<String> LOOK_ALIKES = List.of(
            "https://client.example/callback/",
            "https://client.example/Callback",
            "https://client.example/callback?x=1",
            "https://client.example/callback#x",
            "https://client.example/callback/../evil",
            "https://client.example/x/../callback",
            "https://client.example//callback",
            "https://client.example/%63allback",
            "https://client.example/callback%00",
            "https://client.example/callback%0d%0aX: y",
            "https://client.example/callback\r\nX: y",
            "https://client.example/callback ",
            " https://client.example/callback",
            "https://client.example:443/callback",
            "https://client.example:8443/callback",
            "http://client.example/callback",
            "HTTPS://client.example/callback",
            "https://CLIENT.example/callback",
            "https://client.example./callback",
            "https://client.example.evil.example/callback",
            "https://evil.example/client.example/callback",
            "https://sub.client.example/callback",
            "https://clientxexample/callback",
            "https://client.example@evil.example/callback",
            "https://client.example%2f@evil.example/callback",
            "https://client.example:x@evil.example/callback",
            "https://evil.example\\@client.example/callback",
            "https://evil.example\\.client.example/callback",
            "https://user@client.example/callback",
            "https:client.example/callback",
            "https:/client.example/callback",
            "//client.example/callback",
            "/callback",
            "javascript:alert(1)//client.example/callback",
            "data:text/html,x",
            "https://client.example/callback,https://evil.example",
            "https://client.example/*",
            "*");

    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void redirectUri_thatLooksLikeTheClients_leadsNowhere() {
        for (String lookAlike : LOOK_ALIKES) {
            Map<String, String> request = provider().trusted.request(Map.of("redirect_uri", lookAlike));
            assertNowhere(provider().a.authorize(request, session()), lookAlike);
        }
        assertNowhere(provider().a.authorize(provider().trusted.request(Map.of("redirect_uri", "")), session()), "");
    }

    @Test
    default void redirectUri_ofAnApp_mayDifferInItsPortOnly() {
        RelyingParty app = provider().app;
        Map<String, String> other = app.request(Map.of("redirect_uri", "http://127.0.0.1:49152/callback"));
        assertThat(parameters(Browser.location(provider().a.authorize(other, session()))))
                .containsKey("code");
        for (String lookAlike : List.of(
                "http://localhost/callback",
                "http://127.0.0.1:1@evil.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://127.0.0.1:49152/callback/x",
                "http://127.0.0.1:99999/callback",
                "http://127.1/callback",
                "http://2130706433/callback",
                "http://[::1]/callback",
                "https://127.0.0.1/callback")) {
            assertNowhere(provider().a.authorize(app.request(Map.of("redirect_uri", lookAlike)), session()), lookAlike);
        }
    }

    @Test
    default void afterLogout_addressThatLooksLikeTheClients_leadsNowhere() {
        for (String lookAlike : LOOK_ALIKES) {
            String address = lookAlike.replace("callback", "signed-out");
            Map<String, String> request = Map.of("client_id", "trusted", "post_logout_redirect_uri", address);
            assertNowhere(provider().a.get("/oidc/end-session", request, Map.of()), address);
            assertNowhere(provider().a.post("/oidc/end-session/confirm", request, Map.of()), address);
        }
    }

    /** Also errors, so that a client of several providers knows which one answers (RFC 9207). */
    @Test
    default void response_ofWhateverKind_saysWhoseItIs() {
        RelyingParty client = provider().trusted;
        for (Map<String, String> change : List.of(
                Map.<String, String>of(),
                Map.of("response_type", "token"),
                Map.of("scope", "profile"),
                Map.of("response_mode", "fragment"),
                Map.of("request", "a.b.c"),
                Map.of("prompt", "create"),
                Map.of("max_age", "-1"),
                Map.of("id_token_hint", "a.b.c"))) {
            assertThat(parameters(Browser.location(provider().a.authorize(client.request(change), session()))))
                    .as("%s", change)
                    .containsEntry("iss", ProviderServers.ISSUER)
                    .containsEntry("state", "the-state-of-the-client");
        }
        String form = provider()
                .a
                .authorize(client.request(Map.of("response_mode", "form_post", "scope", "profile")), session())
                .body();
        assertThat(form)
                .contains("name=\"iss\" value=\"" + ProviderServers.ISSUER + '"', "name=\"error\"")
                .doesNotContain("name=\"code\"");
    }

    @Test
    default void state_withLineBreaksOrMarkup_isGivenBackAsItIs_andBreaksNothing() {
        String state = "a\r\nSet-Cookie: x=y\r\n\r\n<script>\"'&code=stolen#";
        HttpResponse<String> answer =
                provider().a.authorize(provider().trusted.request(Map.of("state", state)), session());

        assertThat(parameters(Browser.location(answer))).containsEntry("state", state);
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        assertThat(Browser.location(answer).getRawFragment()).isNull();
        String page = provider()
                .a
                .authorize(provider().trusted.request(Map.of("state", state, "response_mode", "form_post")), session())
                .body();
        assertThat(page).doesNotContain("<script>\"'").contains("&lt;script>");
    }

    /** A form of the login leads on to a path of ours or to none. */
    @Test
    default void login_withANextThatLeadsElsewhere_goesNowhere() {
        Pattern next = Pattern.compile("name=\"next\" value=\"([^\"]*)\"");
        for (String path : List.of(
                "//evil.example/oidc/authorize/continue",
                "/\\evil.example",
                "\\/evil.example",
                "/oidc/authorize/continue/../../..//evil.example",
                "/oidc/authorize/continue?request=x#@evil.example",
                "/oidc//evil.example",
                "/%2fevil.example",
                "/oidc/%2e%2e//evil.example",
                "/\t/evil.example",
                "https://evil.example",
                "https:evil.example",
                ProviderServers.ROOT + ".evil.example/oidc",
                "javascript:alert(1)",
                "@evil.example")) {
            HttpResponse<String> page = provider().a.get("/login", Map.of("next", path), Map.of());
            Matcher found = next.matcher(page.body());
            if (found.find()) {
                URI target = URI.create(ProviderServers.ROOT + "/login").resolve(found.group(1));
                assertThat(target.getHost()).as(path).isEqualTo("aura.example");
                assertThat(found.group(1)).doesNotContain("//", "\\", "\t");
            }
        }
    }

    private static void assertNowhere(HttpResponse<String> answer, String address) {
        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).as(address).isEmpty();
        assertThat(answer.body()).as(address).doesNotContain("evil.example", "http-equiv", "<a ", "<form");
    }
}
