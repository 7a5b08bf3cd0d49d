package io.github.auraauth.usecase.grant;

import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static io.github.auraauth.usecase.ProviderInstance.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.in.provider.OAuthTokens.ActiveToken;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.in.provider.OAuthTokens.TokenRevocation;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Introspection and revocation. */
class OAuthTokenServiceTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final Client client = all.trusted("client");
    private final Client other = all.trusted("other");
    private final Client server = all.stored(
            all.client("server", true, new Client.Policy(Set.of(), false, true, true, SignatureAlgorithm.RS256)));
    private Optional<IssuedTokens> tokens = Optional.empty();

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        tokens = Optional.of(given(here.exchange(client, here.code(client, here.logIn("ana")))));
    }

    @Test
    void introspect_ownToken_tellsOfIt() {
        ActiveToken access = introspected(client, access()).orElseThrow();
        assertThat(access.accessToken()).isTrue();
        assertThat(access.clientId()).isEqualTo("client");
        assertThat(access.username()).contains("ana");
        assertThat(introspected(client, refresh()).orElseThrow().accessToken()).isFalse();
    }

    @Test
    void introspect_withoutTheScopeProfile_tellsTheNameToAResourceServerOnly() {
        Map<String, String> request = ProviderEnvironment.request(client);
        request.put("scope", "openid email offline_access");
        Map<String, String> answer = response(here.begin(request, Optional.of(here.logIn("ana"))));
        tokens = Optional.of(given(here.exchange(client, Secret.ofText(answer.get("code")))));
        for (Secret token : List.of(access(), refresh())) {
            assertThat(introspected(client, token).orElseThrow().username()).isEmpty();
            assertThat(introspected(server, token).orElseThrow().username()).contains("ana");
        }
    }

    @Test
    void introspect_anothersToken_tellsAResourceServerOnly() {
        assertThat(introspected(other, access())).isEmpty();
        assertThat(introspected(other, refresh())).isEmpty();
        assertThat(introspected(server, access())).isPresent();
        assertThat(introspected(server, refresh())).isPresent();
    }

    @Test
    void introspect_whatIsNoToken_isInactive() {
        assertThat(introspected(client, Secret.ofText("nonsense"))).isEmpty();
        assertThat(introspected(client, Secret.ofText(""))).isEmpty();
    }

    @Test
    void introspect_byAPublicClient_isRefused() {
        Client open = all.publicClient("open");
        assertThat(error(here.tokens.introspect(credential(open), access(), all.accounts.soon())))
                .isEqualTo("invalid_client");
    }

    @Test
    void revoke_refreshToken_endsAllOfTheGrant() {
        assertThat(revoke(client, refresh())).isEmpty();
        assertThat(introspected(client, access())).isEmpty();
        assertThat(error(here.refresh(client, refresh()))).isEqualTo("invalid_grant");
        assertThat(revoke(client, refresh())).as("ended already").isEmpty();
    }

    @Test
    void revoke_accessToken_endsThatOne() {
        assertThat(revoke(client, access())).isEmpty();
        assertThat(introspected(client, access())).isEmpty();
        assertThat(error(here.refresh(client, refresh()))).isEmpty();
    }

    @Test
    void revoke_anothersToken_isRefusedAndChangesNothing() {
        assertThat(revoke(other, access())).isEqualTo("invalid_grant");
        assertThat(revoke(other, refresh())).isEqualTo("invalid_grant");
        assertThat(revoke(server, refresh())).isEqualTo("invalid_grant");
        assertThat(introspected(client, access())).isPresent();
    }

    @Test
    void revoke_whatIsNoToken_isDone() {
        assertThat(given(here.tokens.revoke(credential(client), Secret.ofText("nonsense"), all.accounts.soon())))
                .isEqualTo(TokenRevocation.DONE);
    }

    private Secret access() {
        return tokens.orElseThrow().accessToken();
    }

    private Secret refresh() {
        return tokens.orElseThrow().refreshToken().orElseThrow();
    }

    private Optional<ActiveToken> introspected(Client by, Secret token) {
        return given(here.tokens.introspect(credential(by), token, all.accounts.soon()))
                .token();
    }

    private String revoke(Client by, Secret token) {
        return error(here.tokens.revoke(credential(by), token, all.accounts.soon()));
    }
}
