package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.app.acceptance.AccountsClient.Session;
import io.github.auraauth.testkit.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left to somebody who may not log in any more; all of it ends within two seconds, at both instances. */
interface ProviderAccountAttacks {
    ProviderServers provider();

    @Test
    default void anyEndpoint_forADeactivatedAccount_knowsNobody() {
        Possessions possessions = Possessions.of(provider(), "deactivated");
        made(provider().accounts.a.patch("/accounts/deactivated", provider().accounts.root, "{\"is_active\":false}"));
        possessions.assertWorthless(provider());
    }

    @Test
    default void anyEndpoint_forADeletedAccount_knowsNobody() {
        Possessions possessions = Possessions.of(provider(), "deleted");
        made(provider().accounts.a.delete("/accounts/deleted", provider().accounts.root));
        possessions.assertWorthless(provider());
    }

    @Test
    default void anyEndpoint_afterSigningOutEverywhere_knowsNobody() {
        Possessions possessions = Possessions.of(provider(), "signed.out");
        made(provider().accounts.a.delete("/me/sessions", possessions.session.headers()));
        possessions.assertWorthless(provider());
    }

    /** What somebody had before. */
    record Possessions(Session session, String code, JsonNode tokens) {
        static Possessions of(ProviderServers provider, String username) {
            Session session = provider.somebody(username);
            Map<String, String> cookie = ProviderServers.cookie(session);
            return new Possessions(
                    session, provider.a.code(provider.trusted, cookie), provider.a.tokens(provider.trusted, cookie));
        }

        void assertWorthless(ProviderServers provider) {
            RelyingParty client = provider.trusted;
            String access = tokens.path("access_token").asText();
            provider.both()
                    .forEach(calls -> Eventually.holds("the token has ended", () -> calls.userInfo(access) == 401));
            Map<String, String> silent = client.request(Map.of("prompt", "none"));
            provider.both().forEach(calls -> {
                assertThat(parameters(Browser.location(calls.authorize(silent, ProviderServers.cookie(session)))))
                        .containsEntry("error", "login_required");
                assertThat(error(calls.token(client, client.exchange(code)))).isEqualTo("invalid_grant");
                String refresh = tokens.path("refresh_token").asText();
                assertThat(error(calls.token(client, RelyingParty.refresh(refresh))))
                        .isEqualTo("invalid_grant");
                for (String token : List.of(access, refresh)) {
                    for (RelyingParty asking : List.of(client, provider.api)) {
                        assertThat(calls.post("/oidc/introspect", Map.of("token", token), asking.credential())
                                        .body())
                                .isEqualTo("{\"active\":false}");
                    }
                }
            });
        }
    }
}
