package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.app.acceptance.AccountsClient.Session;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Who can log somebody out, and what hints are good for. */
interface ProviderLogoutAttacks {
    ProviderServers provider();

    @Test
    default void logout_thatThePersonDoesNotConfirm_isNone() {
        Session anne = provider().somebody("staying");
        String cookie = anne.cookie();
        Map<String, String> confirmed = Map.of("csrf", anne.csrf());
        for (HttpResponse<String> refused : List.of(
                confirm(Map.of(), Map.of("Cookie", cookie)),
                confirm(Map.of("csrf", "made-up"), Map.of("Cookie", cookie)),
                confirm(confirmed, Map.of("Cookie", cookie, "Sec-Fetch-Site", "cross-site")),
                confirm(confirmed, Map.of("Sec-Fetch-Site", "cross-site")))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().allValues("set-cookie")).isEmpty();
        }
        HttpResponse<String> asked = provider().a.get("/oidc/end-session", Map.of("Cookie", cookie));
        assertThat(asked.body()).contains("/oidc/end-session/confirm");
        assertThat(asked.headers().allValues("set-cookie")).isEmpty();
        assertIn(anne);

        assertThat(confirm(confirmed, Map.of("Cookie", cookie)).statusCode()).isEqualTo(200);
        assertThat(provider().accounts.a.get("/me", anne.headers()).statusCode())
                .isEqualTo(401);
    }

    /** Browsers send no cookie along with what another page makes them ask for, and would lose it by the answer. */
    @Test
    default void logout_thatComesWithoutASession_takesNoCookieAway() {
        for (HttpResponse<String> answer :
                List.of(provider().a.get("/oidc/end-session", Map.of()), confirm(Map.of(), Map.of()))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        }
    }

    @Test
    default void hint_thatIsNotOfThisPersonOrNoHint_endsNoSession() throws IOException {
        Session anne = provider().somebody("anne.of.hints");
        Session ben = provider().somebody("ben.of.hints");
        String bens = idToken(provider().trusted, ben);
        List<String> hints = List.of(
                bens,
                bens.substring(0, bens.lastIndexOf('.') + 1),
                unsigned(idToken(provider().trusted, anne)),
                provider()
                        .a
                        .tokens(provider().trusted, ProviderServers.cookie(anne))
                        .path("access_token")
                        .asText(),
                logoutToken());
        for (String hint : hints) {
            Map<String, String> request = Map.of("id_token_hint", hint);
            HttpResponse<String> answer = provider().a.get("/oidc/end-session", request, ProviderServers.cookie(anne));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("/oidc/end-session/confirm");
            if (!hint.equals(bens)) {
                Map<String, String> silent =
                        provider().trusted.request(Map.of("id_token_hint", hint, "prompt", "none"));
                assertThat(parameters(Browser.location(provider().a.authorize(silent, ProviderServers.cookie(anne)))))
                        .containsEntry("error", "invalid_request");
            }
        }
        assertIn(anne);
    }

    @Test
    default void hint_ofAnotherClientOrPerson_tellsAClientNothing() {
        Session anne = provider().somebody("anne.hinted");
        Map<String, String> cookie = ProviderServers.cookie(anne);
        String others = idToken(provider().other, anne);
        Map<String, String> foreign = provider().trusted.request(Map.of("id_token_hint", others, "prompt", "none"));
        assertThat(parameters(Browser.location(provider().a.authorize(foreign, cookie))))
                .containsEntry("error", "invalid_request");
        String bens = idToken(provider().trusted, provider().somebody("ben.hinted"));
        Map<String, String> another = provider().trusted.request(Map.of("id_token_hint", bens, "prompt", "none"));
        assertThat(parameters(Browser.location(provider().a.authorize(another, cookie))))
                .containsEntry("error", "login_required");
        Map<String, String> mixed = Map.of("id_token_hint", others, "client_id", "trusted");
        assertThat(provider().a.get("/oidc/end-session", mixed, cookie).statusCode())
                .isEqualTo(400);
        assertIn(anne);
    }

    /** The client's own fault keeps nobody waiting who logs out, nor the other clients. */
    @Test
    default void logout_whileAClientHangs_isAtOnce() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RelyingParty client = provider()
                    .confidential(
                            "hanging",
                            "--consent",
                            "none",
                            "--backchannel-logout-uri",
                            "http://127.0.0.1:" + hanging.getLocalPort() + "/notices");
            Session session = provider().somebody("hung.up");
            String hint = idToken(client, session);
            long begun = System.nanoTime();
            HttpResponse<String> answer = provider()
                    .a
                    .get("/oidc/end-session", Map.of("id_token_hint", hint), ProviderServers.cookie(session));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(provider().accounts.a.get("/me", session.headers()).statusCode())
                    .isEqualTo(401);
        }
    }

    /** One that we have signed for a client that registers an address for notices. */
    private String logoutToken() throws IOException {
        Queue<String> notices = new ConcurrentLinkedQueue<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/notices", exchange -> {
            notices.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        try {
            String address = "http://127.0.0.1:" + listener.getAddress().getPort() + "/notices";
            RelyingParty told =
                    provider().confidential("told", "--consent", "none", "--backchannel-logout-uri", address);
            Session session = provider().somebody("told.of");
            String hint = idToken(told, session);
            provider().a.get("/oidc/end-session", Map.of("id_token_hint", hint), ProviderServers.cookie(session));
            Eventually.holds("the client is told", () -> !notices.isEmpty());
            return notices.remove().replace("logout_token=", "");
        } finally {
            listener.stop(0);
        }
    }

    private String idToken(RelyingParty client, Session session) {
        return provider()
                .a
                .tokens(client, ProviderServers.cookie(session))
                .path("id_token")
                .asText();
    }

    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }

    private HttpResponse<String> confirm(Map<String, String> form, Map<String, String> headers) {
        return provider().a.post("/oidc/end-session/confirm", new HashMap<>(form), headers);
    }

    private void assertIn(Session session) {
        assertThat(provider().accounts.a.get("/me", session.headers()).statusCode())
                .isEqualTo(200);
    }
}
