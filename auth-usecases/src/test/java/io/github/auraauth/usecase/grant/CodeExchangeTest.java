package io.github.auraauth.usecase.grant;

import static io.github.auraauth.usecase.ProviderEnvironment.CALLBACK;
import static io.github.auraauth.usecase.ProviderEnvironment.VERIFIER;
import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeExchangeTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ProviderInstance there = all.instance();
    private final Client client = all.trusted("client");
    private Secret session = Secret.ofText("");

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        session = here.logIn("ana");
    }

    @Test
    void exchange_goodCode_givesTokensOfThePerson() {
        IssuedTokens tokens = given(there.exchange(client, here.code(client, session)));
        assertThat(tokens.scopes()).contains("openid", "offline_access");
        assertThat(tokens.refreshToken()).isPresent();
        TokenClaims claims = all.tokens.claims(tokens.idToken());
        String subject = all.accounts.stored("ana").id().value();
        assertThat(claims.text("sub")).contains(subject);
        assertThat(claims.text("nonce")).contains("what the client expects");
        assertThat(claims.texts("aud")).containsExactly("client");
        assertThat(claims.texts("amr")).containsExactly("pwd");
        assertThat(here.userInfo.claims(tokens.accessToken(), all.accounts.soon()))
                .map(told -> told.get("sub"))
                .contains(subject);
    }

    @Test
    void exchange_byManyAtOnceOnTwoInstances_hasOneWinner_whoseTokensEnd() {
        Secret code = here.code(client, session);
        List<OAuthResult<IssuedTokens>> results =
                Race.of(8, caller -> (caller % 2 == 0 ? here : there).exchange(client, code));
        List<OAuthResult<IssuedTokens>> won =
                results.stream().filter(result -> error(result).isEmpty()).toList();
        assertThat(won).hasSize(1);
        IssuedTokens tokens = given(won.get(0));
        assertThat(here.userInfo.claims(tokens.accessToken(), all.accounts.soon()))
                .isEmpty();
        assertThat(error(here.refresh(client, tokens.refreshToken().orElseThrow())))
                .isEqualTo("invalid_grant");
    }

    @Test
    void exchange_secondTime_takesBackWhatTheFirstGave() {
        Secret code = here.code(client, session);
        IssuedTokens first = given(here.exchange(client, code));
        assertThat(error(there.exchange(client, code))).isEqualTo("invalid_grant");
        assertThat(here.userInfo.claims(first.accessToken(), all.accounts.soon()))
                .isEmpty();
        assertThat(error(there.refresh(client, first.refreshToken().orElseThrow())))
                .isEqualTo("invalid_grant");
    }

    @Test
    void exchange_byAnotherClient_isRefusedAndChangesNothing() {
        Client other = all.trusted("other");
        Secret code = here.code(client, session);
        assertThat(error(here.exchange(other, code))).isEqualTo("invalid_grant");
        assertThat(error(here.exchange(client, code))).isEmpty();
    }

    @Test
    void exchange_afterAMinute_isRefused() {
        Secret code = here.code(client, session);
        all.accounts.clock.advance(Duration.ofSeconds(60));
        assertThat(error(here.exchange(client, code))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/callback/",
                "https://client.example/other",
                "http://client.example/callback"
            })
    void exchange_otherRedirectUri_isRefused(String address) {
        Secret code = here.code(client, session);
        assertThat(error(exchange(client, code, Optional.of(address), Optional.of(VERIFIER))))
                .isEqualTo("invalid_grant");
        assertThat(error(exchange(client, code, Optional.empty(), Optional.of(VERIFIER))))
                .isEqualTo("invalid_grant");
        assertThat(error(exchange(client, code, Optional.of(CALLBACK), Optional.of(VERIFIER))))
                .isEmpty();
    }

    @Test
    void exchange_withoutOrWithAnotherVerifier_isRefused() {
        Secret code = here.code(client, session);
        String challenge = Pkce.challenge(VERIFIER);
        for (String verifier :
                List.of("another-verifier-of-the-use-case-tests-with-50-chars", challenge, "short", "")) {
            assertThat(error(exchange(client, code, Optional.of(CALLBACK), Optional.of(Secret.ofText(verifier)))))
                    .isEqualTo("invalid_grant");
        }
        assertThat(error(exchange(client, code, Optional.of(CALLBACK), Optional.empty())))
                .isEqualTo("invalid_grant");
        assertThat(error(here.exchange(client, code))).isEmpty();
    }

    @Test
    void exchange_verifierWithoutChallenge_isRefused() {
        Client.Policy usual = client.policy();
        Client free = all.stored(all.client(
                "free", true, new Client.Policy(usual.scopes(), false, false, false, SignatureAlgorithm.ES256)));
        Map<String, String> request = ProviderEnvironment.request(free);
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        Secret code = Secret.ofText(ProviderInstance.response(here.begin(request, Optional.of(session)))
                .get("code"));
        assertThat(error(exchange(free, code, Optional.of(CALLBACK), Optional.of(VERIFIER))))
                .isEqualTo("invalid_grant");
        IssuedTokens tokens = given(exchange(free, code, Optional.of(CALLBACK), Optional.empty()));
        assertThat(ProviderEnvironment.text(tokens.idToken())).startsWith("ES256");
    }

    @Test
    void exchange_ofSomebodyDeactivatedOrSignedOutMeanwhile_isRefused() {
        Secret code = here.code(client, session);
        all.accounts.accounts.signOutEverywhere(all.accounts.stored("ana").id(), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(3));
        assertThat(error(here.exchange(client, code))).isEqualTo("invalid_grant");
    }

    @Test
    void exchange_withoutOfflineAccess_givesNoRefreshToken() {
        Map<String, String> request = ProviderEnvironment.request(client);
        request.put("scope", "openid");
        Secret code = Secret.ofText(ProviderInstance.response(here.begin(request, Optional.of(session)))
                .get("code"));
        IssuedTokens tokens = given(here.exchange(client, code));
        assertThat(tokens.refreshToken()).isEmpty();
        assertThat(tokens.scopes()).isEqualTo(Set.of("openid"));
        all.accounts.clock.advance(tokens.lifetime());
        assertThat(here.userInfo.claims(tokens.accessToken(), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void exchange_madeUpCode_asksNoStore() {
        String code = ProviderEnvironment.text(here.code(client, session));
        String other = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);
        for (String made : List.of("", "x", other, code + "0", code.toUpperCase(Locale.ROOT))) {
            assertThat(error(here.exchange(client, Secret.ofText(made)))).isEqualTo("invalid_grant");
        }
        assertThat(error(here.exchange(client, Secret.ofText(code)))).isEmpty();
    }

    @Test
    void exchange_withoutTheClientsProof_isRefusedAndChangesNothing() {
        Secret code = here.code(client, session);
        assertThat(error(here.tokens.exchange(
                        credential(client, Secret.ofText("something else")),
                        code,
                        Optional.of(CALLBACK),
                        Optional.of(VERIFIER),
                        all.accounts.soon())))
                .isEqualTo("invalid_client");
        assertThat(error(here.exchange(client, code))).isEmpty();
    }

    private OAuthResult<IssuedTokens> exchange(
            Client of, Secret code, Optional<String> redirectUri, Optional<Secret> verifier) {
        return here.tokens.exchange(credential(of), code, redirectUri, verifier, all.accounts.soon());
    }
}
