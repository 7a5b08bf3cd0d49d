package io.github.auraauth.usecase.provider;

import static io.github.auraauth.usecase.ProviderInstance.browser;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static io.github.auraauth.usecase.ProviderInstance.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.in.provider.OAuthTokens.ActiveToken;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import io.github.auraauth.usecase.SecondFactorUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorAuthorizationTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance(new SecondFactorPolicy(true, false));
    private final Client client = all.trusted("client");
    private final SecondFactorUser ana = new SecondFactorUser("ana", all.accounts, here.accounts);

    @BeforeEach
    void open() {
        all.accounts.account("ana");
        ana.loggedIn();
    }

    @Test
    void exchange_sessionOfEachKind_tellsItsMethodsAndLevel() {
        assertThat(told()).isEqualTo("aal1 [pwd]");
        ana.addTotp();
        assertThat(told()).isEqualTo("aal2 [mfa, otp, pwd]");
        all.accounts.clock.advance(Totp.STEP);
        ana.session = SecondFactorUser.begun(ana.logIn(Optional.of(ana.code()))).secret();
        assertThat(told()).isEqualTo("aal2 [mfa, otp, pwd]");
        ana.addPasskey();
        ana.session = SecondFactorUser.begun(ana.continueByPasskey(
                        SecondFactorUser.pending(ana.logIn()).secret(), ana.authenticator.verifying(false)))
                .secret();
        assertThat(told()).isEqualTo("aal2 [hwk, mfa, pwd]");
        ana.session = ana.logInByPasskey(ana.authenticator.counted(10))
                .fold(begun -> begun.secret(), () -> ana.session, pause -> ana.session);
        assertThat(told()).isEqualTo("aal2 [hwk, mfa, user]");
    }

    @Test
    void begin_levelThatIsWantedAndNotThere_failsOnlyWhereItIsEssential() {
        Map<String, String> voluntary = ProviderEnvironment.request(client);
        voluntary.put("acr_values", "aal2");
        assertThat(response(here.begin(voluntary, Optional.of(ana.session)))).containsKeys("code");
        assertThat(essential()).containsEntry("error", "unmet_authentication_requirements");
        ana.addTotp();
        assertThat(essential()).containsKeys("code");
    }

    @Test
    void begin_sessionOfOneFactorOfAnAccountThatHasAnother_hasThePersonLogInAgain() {
        var stored = all.accounts.stored("ana");
        Secret before = ana.session;
        all.accounts.accounts.update(
                stored.with(stored.secondFactors().with(new PasskeyId("a2V5"))), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(response(here.begin(ProviderEnvironment.request(client), Optional.of(before))))
                .containsEntry("step", "log in");
        Map<String, String> silent = ProviderEnvironment.request(client);
        silent.put("prompt", "none");
        silent.put("acr_values", "aal2");
        assertThat(response(here.begin(silent, Optional.of(before)))).containsEntry("error", "login_required");
    }

    @Test
    void begin_staffWithoutTheFactorThatIsAskedOfThem_isAsWithoutASession() {
        all.accounts.staff("sam");
        SecondFactorUser sam = new SecondFactorUser("sam", all.accounts, here.accounts).loggedIn();
        Map<String, String> request = ProviderEnvironment.request(client);
        assertThat(response(here.begin(request, Optional.of(sam.session)))).containsEntry("step", "log in");
        sam.addPasskey();
        assertThat(response(here.begin(request, Optional.of(sam.session)))).containsKeys("code");
    }

    @Test
    void refresh_byWhomAFactorIsAskedOfMeanwhile_isGoodOnlyWhereOneWasShown() {
        all.accounts.account("ben");
        IssuedTokens bare = given(here.exchange(client, here.code(client, here.logIn("ben"))));
        ana.addTotp();
        IssuedTokens full = given(here.exchange(client, here.code(client, ana.session)));
        assertThat(introspected(bare)).isPresent();
        GivenRights staff = new GivenRights(true, Set.of(), Set.of());
        for (String name : List.of("ana", "ben")) {
            all.accounts.accounts.update(all.accounts.stored(name).with(staff), all.accounts.soon());
        }
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(introspected(bare)).isEmpty();
        assertThat(error(here.refresh(client, bare.refreshToken().orElseThrow())))
                .isEqualTo("invalid_grant");
        assertThat(introspected(full)).isPresent();
        assertThat(error(here.refresh(client, full.refreshToken().orElseThrow())))
                .isEmpty();
    }

    private Optional<ActiveToken> introspected(IssuedTokens tokens) {
        return given(here.tokens.introspect(
                        ProviderEnvironment.credential(client), tokens.accessToken(), all.accounts.soon()))
                .token();
    }

    private Map<String, String> essential() {
        var claims = new RequestedClaims(Set.of(), Set.of(), Optional.empty(), Set.of("aal2"));
        return response(here.authorizations.begin(
                new AuthorizationParameters(ProviderEnvironment.request(client), Set.of(), Optional.of(claims)),
                browser(Optional.of(ana.session)),
                all.accounts.soon()));
    }

    private String told() {
        TokenClaims claims = all.tokens.claims(
                given(here.exchange(client, here.code(client, ana.session))).idToken());
        return claims.text("acr").orElseThrow() + ' ' + claims.texts("amr");
    }
}
