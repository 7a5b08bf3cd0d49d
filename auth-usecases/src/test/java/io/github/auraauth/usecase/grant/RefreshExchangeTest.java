package io.github.auraauth.usecase.grant;

import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderEnvironment.text;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshExchangeTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ProviderInstance there = all.instance();
    private final Client client = all.trusted("client");
    private Secret session = Secret.ofText("");
    private Secret first = Secret.ofText("");

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        session = here.logIn("ana");
        first = refreshToken(given(here.exchange(client, here.code(client, session))));
    }

    @Test
    void refresh_newestToken_givesItsSuccessor_andAnIdTokenWithoutNonce() {
        IssuedTokens tokens = given(there.refresh(client, first));
        assertThat(refreshToken(tokens)).isNotEqualTo(first);
        assertThat(all.tokens.claims(tokens.idToken()).text("nonce")).isEmpty();
        assertThat(here.userInfo.claims(tokens.accessToken(), all.accounts.soon()))
                .isPresent();
        assertThat(error(here.refresh(client, refreshToken(tokens)))).isEmpty();
    }

    /** OpenID Connect Core 1.0, section 12.2. */
    @Test
    void refresh_idToken_isOfTheSameLoginAndNew() {
        IssuedTokens before = given(here.exchange(client, here.code(client, session)));
        all.accounts.clock.advance(Duration.ofMinutes(5));
        IssuedTokens after = given(there.refresh(client, refreshToken(before)));
        Map<String, Object> old = all.tokens.claims(before.idToken()).asMap();
        Map<String, Object> fresh = all.tokens.claims(after.idToken()).asMap();
        for (String same : List.of("iss", "sub", "aud", "azp", "auth_time", "acr", "amr", "sid")) {
            assertThat(fresh).containsEntry(same, old.get(same));
        }
        assertThat(fresh.get("iat")).isEqualTo(all.accounts.clock.instant().getEpochSecond());
        assertThat(fresh.get("at_hash")).isNotEqualTo(old.get("at_hash"));
    }

    @Test
    void refresh_byTwoTabsAtOnce_givesBothTheSameSuccessor() {
        List<OAuthResult<IssuedTokens>> results =
                Race.of(8, caller -> (caller % 2 == 0 ? here : there).refresh(client, first));
        Set<String> successors = results.stream()
                .map(result -> text(refreshToken(given(result))))
                .collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
        assertThat(error(
                        here.refresh(client, Secret.ofText(successors.iterator().next()))))
                .isEmpty();
    }

    @Test
    void refresh_usedTokenAfterTheGrace_endsTheFamily() {
        IssuedTokens second = given(here.refresh(client, first));
        all.accounts.clock.advance(Duration.ofSeconds(10));
        assertThat(error(there.refresh(client, first))).isEqualTo("invalid_grant");
        assertThat(error(here.refresh(client, refreshToken(second)))).isEqualTo("invalid_grant");
        assertThat(here.userInfo.claims(second.accessToken(), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void refresh_usedTokenWhoseSuccessorWasUsed_endsTheFamily() {
        IssuedTokens second = given(here.refresh(client, first));
        IssuedTokens third = given(here.refresh(client, refreshToken(second)));
        assertThat(error(here.refresh(client, first))).isEqualTo("invalid_grant");
        assertThat(error(here.refresh(client, refreshToken(third)))).isEqualTo("invalid_grant");
    }

    @Test
    void refresh_byAnotherClientOrMadeUp_changesNothing() {
        Client other = all.trusted("other");
        given(here.refresh(client, first));
        all.accounts.clock.advance(Duration.ofSeconds(11));
        Secret second = refreshToken(given(here.exchange(client, here.code(client, session))));
        assertThat(error(here.refresh(other, second))).isEqualTo("invalid_grant");
        for (String made : List.of("", text(second) + "0", text(second).replace("_1_", "_2_"))) {
            assertThat(error(here.refresh(client, Secret.ofText(made)))).isEqualTo("invalid_grant");
        }
        assertThat(error(here.refresh(client, second))).isEmpty();
    }

    @Test
    void refresh_outlivesALogout_andThirtyDaysFromEachUse() {
        here.accounts.sessions.logOut(session, all.accounts.soon());
        Secret newest = first;
        for (int i = 0; i < 3; i++) {
            all.accounts.clock.advance(Duration.ofDays(29));
            newest = refreshToken(given(here.refresh(client, newest)));
        }
        all.accounts.clock.advance(Duration.ofDays(30));
        assertThat(error(here.refresh(client, newest))).isEqualTo("invalid_grant");
    }

    @Test
    void refresh_afterSigningOutEverywhere_isRefusedEverywhereWithinTwoSeconds() {
        all.accounts.accounts.signOutEverywhere(all.accounts.stored("ana").id(), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(error(there.refresh(client, first))).isEqualTo("invalid_grant");
    }

    @Test
    void refresh_ofSomebodyDeactivated_isRefused() {
        var ana = all.accounts.stored("ana");
        all.accounts.accounts.update(ana.with(AccountState.DEACTIVATED), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(error(there.refresh(client, first))).isEqualTo("invalid_grant");
    }

    @Test
    void refresh_afterTheConsentIsRevokedOrTheClientIsGone_isRefused() {
        here.consents.revoke(all.accounts.stored("ana").id(), client.id(), all.accounts.soon());
        assertThat(error(there.refresh(client, first))).isEqualTo("invalid_grant");
        Secret other = refreshToken(given(here.exchange(client, here.code(client, session))));
        all.clients.delete(new ClientId("client"), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(error(there.refresh(client, other))).isEqualTo("invalid_client");
    }

    /** Whoever registers a name that was used before has nothing of what the former client was given. */
    @Test
    void anyToken_afterTheClientIsRegisteredAnew_isRefused() {
        IssuedTokens tokens = given(here.exchange(client, here.code(client, session)));
        Secret code = here.code(client, session);
        all.clients.delete(client.id(), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        all.stored(all.client("client", true, client.policy()));
        assertThat(error(there.refresh(client, refreshToken(tokens)))).isEqualTo("invalid_grant");
        assertThat(error(there.exchange(client, code))).isEqualTo("invalid_grant");
        assertThat(there.userInfo.claims(tokens.accessToken(), all.accounts.soon()))
                .isEmpty();
        assertThat(error(here.refresh(client, refreshToken(given(here.exchange(client, here.code(client, session)))))))
                .isEmpty();
    }

    @Test
    void refresh_fewerScopes_givesAnAccessTokenOfThoseOnly_moreAreRefused() {
        OAuthResult<IssuedTokens> fewer =
                here.tokens.refresh(credential(client), first, Optional.of(Set.of("openid")), all.accounts.soon());
        assertThat(given(fewer).scopes()).containsExactly("openid");
        assertThat(here.userInfo
                        .claims(given(fewer).accessToken(), all.accounts.soon())
                        .orElseThrow())
                .containsOnlyKeys("sub");
        OAuthResult<IssuedTokens> more = here.tokens.refresh(
                credential(client),
                refreshToken(given(fewer)),
                Optional.of(Set.of("openid", "phone")),
                all.accounts.soon());
        assertThat(error(more)).isEqualTo("invalid_scope");
        assertThat(error(here.refresh(client, refreshToken(given(fewer))))).isEmpty();
    }

    private static Secret refreshToken(IssuedTokens tokens) {
        return tokens.refreshToken().orElseThrow();
    }
}
