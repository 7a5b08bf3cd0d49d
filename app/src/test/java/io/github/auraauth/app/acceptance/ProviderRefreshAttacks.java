package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.testkit.Race;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be done with a refresh token that somebody else has too. */
interface ProviderRefreshAttacks {
    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void refresh_byTwoTabsAtTwoInstances_givesBothTheSameSuccessor() {
        RelyingParty client = provider().app;
        String token = refreshToken(provider().a.tokens(client, session()));

        List<HttpResponse<String>> tabs = Race.of(
                2, number -> (number == 0 ? provider().a : provider().b).token(client, RelyingParty.refresh(token)));

        List<String> successors = tabs.stream()
                .map(ProviderCalls::tokens)
                .map(ProviderRefreshAttacks::refreshToken)
                .toList();
        assertThat(successors.get(0)).isNotEqualTo(token).isEqualTo(successors.get(1));
        assertThat(provider()
                        .b
                        .token(client, RelyingParty.refresh(successors.get(0)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    default void refresh_withATokenWhoseSuccessorWasUsed_endsTheFamily() {
        RelyingParty client = provider().trusted;
        JsonNode first = provider().a.tokens(client, session());
        JsonNode second = refreshed(client, first);
        JsonNode third = refreshed(client, second);

        HttpResponse<String> thief = provider().b.token(client, RelyingParty.refresh(refreshToken(first)));

        assertThat(error(thief)).isEqualTo("invalid_grant");
        for (JsonNode each : List.of(first, second, third)) {
            assertThat(error(provider().a.token(client, RelyingParty.refresh(refreshToken(each)))))
                    .isEqualTo("invalid_grant");
            assertThat(provider().b.userInfo(each.path("access_token").asText()))
                    .isEqualTo(401);
        }
    }

    @Test
    default void refresh_byAnotherClientOrForMoreScopes_changesNothing() {
        RelyingParty client = provider().trusted;
        Map<String, String> little = client.request(Map.of("scope", "openid offline_access"));
        JsonNode tokens = ProviderCalls.tokens(
                provider().a.token(client, client.exchange(provider().a.code(little, session()))));
        Map<String, String> form = RelyingParty.refresh(refreshToken(tokens));
        assertThat(error(provider().a.token(provider().other, form))).isEqualTo("invalid_grant");
        assertThat(error(provider().a.token(provider().app, form))).isEqualTo("invalid_grant");
        Map<String, String> more =
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken(tokens), "scope", "openid email");
        assertThat(error(provider().a.token(client, more))).isEqualTo("invalid_scope");

        assertThat(refreshed(client, tokens).path("scope").asText()).isEqualTo("openid offline_access");
    }

    @Test
    default void refresh_withATokenThatIsMadeUp_endsNoFamily() {
        RelyingParty client = provider().trusted;
        JsonNode tokens = provider().a.tokens(client, session());
        String good = refreshToken(tokens);
        for (String forged : List.of(
                good.substring(0, good.length() - 1) + (good.endsWith("0") ? '1' : '0'),
                good.replaceAll("_1_", "_2_"),
                good.replaceAll("_1_", "_0_"),
                good + '0',
                good.toUpperCase(Locale.ROOT))) {
            assertThat(error(provider().a.token(client, RelyingParty.refresh(forged))))
                    .isEqualTo("invalid_grant");
        }

        refreshed(client, tokens);
    }

    private JsonNode refreshed(RelyingParty client, JsonNode tokens) {
        return ProviderCalls.tokens(provider().a.token(client, RelyingParty.refresh(refreshToken(tokens))));
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.path("refresh_token").asText();
    }
}
