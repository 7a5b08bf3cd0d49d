package io.github.auraauth.usecase.provider;

import static io.github.auraauth.usecase.ProviderInstance.browser;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static io.github.auraauth.usecase.ProviderInstance.parameters;
import static io.github.auraauth.usecase.ProviderInstance.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.ResponseMode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.Browser;
import io.github.auraauth.port.in.provider.Consents.OwnConsent;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationServiceTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ProviderInstance there = all.instance();
    private final Client client = all.client("client");
    private final Client trusted = all.trusted("trusted");

    @BeforeEach
    void open() {
        all.accounts.account("ana");
        all.accounts.account("ben");
    }

    @Test
    void begin_withoutSession_hasThePersonLogInAndAgree_once() {
        Secret handle = handle(here.begin(ProviderEnvironment.request(client), Optional.empty()));
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        AuthorizationStep asked = there.authorizations.resume(handle, browser(session), all.accounts.soon());
        assertThat(response(asked)).containsEntry("step", "ask");
        Map<String, String> answer =
                response(here.authorizations.answer(handle, true, browser(session), all.accounts.soon()));
        assertThat(answer)
                .containsKeys("code")
                .containsEntry("state", "what the client remembers")
                .containsEntry("iss", ProviderEnvironment.ISSUER);
        assertThat(response(here.authorizations.answer(handle, true, browser(session), all.accounts.soon())))
                .containsEntry("step", "ENDED");
        assertThat(response(here.begin(ProviderEnvironment.request(client), session)))
                .as("agreed before")
                .containsKeys("code");
    }

    @Test
    void consents_ofAnAccount_nameTheClient_andItsIdentifierWhereItIsNoMore() {
        AccountId cara = all.accounts.account("cara").id();
        Optional<Secret> session = Optional.of(here.logIn("cara"));
        here.authorizations.answer(
                handle(here.begin(ProviderEnvironment.request(client), session)),
                true,
                browser(session),
                all.accounts.soon());
        assertThat(here.consents.ofAccount(cara, all.accounts.soon()))
                .extracting(OwnConsent::name)
                .containsExactly(client.name());
        all.clients.delete(client.id(), all.accounts.soon());
        assertThat(all.instance().consents.ofAccount(cara, all.accounts.soon()))
                .extracting(OwnConsent::name)
                .containsExactly(client.id().value());
    }

    @Test
    void answer_byManyAtOnce_givesOneCode() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Secret handle = handle(here.begin(ProviderEnvironment.request(client), session));
        List<Map<String, String>> answers = Race.of(
                8, caller -> response(here.authorizations.answer(handle, true, browser(session), all.accounts.soon())));
        assertThat(answers).filteredOn(answer -> answer.containsKey("code")).hasSize(1);
    }

    @Test
    void answer_no_isTheClientsError_andNothingIsRemembered() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Secret handle = handle(here.begin(ProviderEnvironment.request(client), session));
        assertThat(response(here.authorizations.answer(handle, false, browser(session), all.accounts.soon())))
                .containsEntry("error", "access_denied");
        assertThat(response(here.begin(ProviderEnvironment.request(client), session)))
                .containsEntry("step", "ask");
    }

    @Test
    void begin_moreScopesThanAgreedTo_asksAgain() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Map<String, String> little = ProviderEnvironment.request(client);
        little.put("scope", "openid");
        here.authorizations.answer(handle(here.begin(little, session)), true, browser(session), all.accounts.soon());
        assertThat(response(here.begin(little, session))).containsKeys("code");
        assertThat(response(here.begin(ProviderEnvironment.request(client), session)))
                .containsEntry("step", "ask");
    }

    @Test
    void begin_promptNone_isAnsweredWithoutAPerson() {
        Map<String, String> silent = ProviderEnvironment.request(client);
        silent.put("prompt", "none");
        assertThat(response(here.begin(silent, Optional.empty()))).containsEntry("error", "login_required");
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        assertThat(response(here.begin(silent, session))).containsEntry("error", "consent_required");
        silent.put("client_id", "trusted");
        assertThat(response(here.begin(silent, session))).containsKeys("code");
    }

    @Test
    void begin_promptLoginOrMaxAgeZero_needsALoginSince() {
        Secret before = here.logIn("ana");
        for (Map.Entry<String, String> wish : List.of(
                Map.entry("prompt", "login"), Map.entry("prompt", "select_account"), Map.entry("max_age", "0"))) {
            Map<String, String> request = ProviderEnvironment.request(trusted);
            request.put(wish.getKey(), wish.getValue());
            all.accounts.clock.advance(Duration.ofSeconds(1));
            Secret handle = handle(here.begin(request, Optional.of(before)));
            assertThat(response(here.authorizations.resume(handle, browser(Optional.of(before)), all.accounts.soon())))
                    .containsEntry("step", "log in");
            Optional<Secret> since = Optional.of(there.logIn("ana"));
            assertThat(response(there.authorizations.resume(handle, browser(since), all.accounts.soon())))
                    .containsKeys("code");
        }
    }

    /** Whoever sits at somebody's browser needs their password all the same. */
    @Test
    void resume_requestThatCameFromAnotherBrowser_stillNeedsALoginSince() {
        Optional<Secret> old = Optional.of(here.logIn("ana"));
        for (Map.Entry<String, String> wish : List.of(Map.entry("prompt", "login"), Map.entry("max_age", "0"))) {
            Map<String, String> request = ProviderEnvironment.request(trusted);
            request.put(wish.getKey(), wish.getValue());
            all.accounts.clock.advance(Duration.ofMinutes(1));
            Secret handle = handle(here.begin(request, Optional.empty()));
            assertThat(response(here.authorizations.resume(handle, browser(old), all.accounts.soon())))
                    .containsEntry("step", "log in");
        }
    }

    /** What people have agreed to was about another client, though of the same name. */
    @Test
    void begin_clientThatIsRegisteredAnew_asksAgain_alsoForWhatTheFormerOneWasTold() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Secret handle = handle(here.begin(ProviderEnvironment.request(client), session));
        here.authorizations.answer(handle, true, browser(session), all.accounts.soon());
        all.clients.delete(client.id(), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        all.client("client");
        Map<String, String> little = ProviderEnvironment.request(client);
        little.put("scope", "openid");
        Secret again = handle(here.begin(little, session));
        assertThat(response(here.authorizations.answer(again, true, browser(session), all.accounts.soon())))
                .containsKeys("code");
        assertThat(response(here.begin(ProviderEnvironment.request(client), session)))
                .containsEntry("step", "ask");
    }

    @Test
    void begin_maxAge_letsYoungerLoginsPass() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Map<String, String> request = ProviderEnvironment.request(trusted);
        request.put("max_age", "60");
        all.accounts.clock.advance(Duration.ofSeconds(60));
        assertThat(response(here.begin(request, session))).containsKeys("code");
        all.accounts.clock.advance(Duration.ofMillis(1));
        assertThat(response(here.begin(request, session))).containsEntry("step", "log in");
    }

    @Test
    void begin_hintOfSomebodyElse_needsTheirLogin_andIsNotAskedForEver() {
        Optional<Secret> anas = Optional.of(here.logIn("ana"));
        IssuedTokens tokens = given(here.exchange(trusted, here.code(trusted, anas.orElseThrow())));
        Map<String, String> request = ProviderEnvironment.request(trusted);
        request.put("id_token_hint", ProviderEnvironment.text(tokens.idToken()));
        assertThat(response(here.begin(request, anas))).containsKeys("code");
        Secret handle = handle(here.begin(request, Optional.of(here.logIn("ben"))));
        all.accounts.clock.advance(Duration.ofSeconds(1));
        assertThat(response(here.authorizations.resume(
                        handle, browser(Optional.of(here.logIn("ben"))), all.accounts.soon())))
                .containsEntry("error", "login_required");
        request.put("prompt", "none");
        assertThat(response(here.begin(request, Optional.of(here.logIn("ben")))))
                .containsEntry("error", "login_required");
    }

    @Test
    void begin_hintThatIsNotOursOrAnothersClient_isInvalid() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        IssuedTokens others = given(here.exchange(trusted, here.code(trusted, session.orElseThrow())));
        Client second = all.trusted("second");
        Map<String, String> request = ProviderEnvironment.request(second);
        for (String hint : List.of(ProviderEnvironment.text(others.idToken()), "nonsense")) {
            request.put("id_token_hint", hint);
            assertThat(response(here.begin(request, session))).containsEntry("error", "invalid_request");
        }
    }

    @Test
    void begin_subjectThatIsClaimed_mustBeWhoIsLoggedIn() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Map<String, String> request = ProviderEnvironment.request(trusted);
        String ben = all.accounts.stored("ben").id().value();
        RequestedClaims claims = new RequestedClaims(Set.of(), Set.of(), Optional.of(ben));
        AuthorizationParameters parameters = new AuthorizationParameters(request, Set.of(), Optional.of(claims));
        assertThat(response(here.authorizations.begin(parameters, browser(session), all.accounts.soon())))
                .containsEntry("step", "log in");
    }

    @Test
    void begin_essentialLevelThatTheLoginHasNot_isUnmet() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        RequestedClaims claims = new RequestedClaims(Set.of(), Set.of(), Optional.empty(), Set.of("aal2"));
        AuthorizationParameters parameters =
                new AuthorizationParameters(ProviderEnvironment.request(trusted), Set.of(), Optional.of(claims));
        assertThat(response(here.authorizations.begin(parameters, browser(session), all.accounts.soon())))
                .containsEntry("error", "unmet_authentication_requirements");
    }

    @Test
    void begin_clientOrAddressThatIsNotKnown_tellsNoClient() {
        Map<String, String> request = ProviderEnvironment.request(client);
        request.put("client_id", "nobody");
        assertThat(response(here.begin(request, Optional.empty()))).containsEntry("step", "CLIENT");
        request = ProviderEnvironment.request(client);
        for (String address : List.of(
                "https://client.example/callback/..",
                "https://client.example.evil.example/callback",
                "//client.example")) {
            request.put("redirect_uri", address);
            assertThat(response(here.begin(request, Optional.empty()))).containsEntry("step", "REDIRECT_URI");
        }
        request.remove("redirect_uri");
        assertThat(response(here.begin(request, Optional.empty()))).containsEntry("step", "REDIRECT_URI");
        AuthorizationParameters twice = new AuthorizationParameters(
                ProviderEnvironment.request(client), Set.of("redirect_uri"), Optional.of(RequestedClaims.NONE));
        assertThat(response(here.authorizations.begin(twice, browser(Optional.empty()), all.accounts.soon())))
                .containsEntry("step", "REDIRECT_URI");
    }

    @Test
    void begin_fault_isToldTheClientInTheModeItWants() {
        Map<String, String> request = ProviderEnvironment.request(client);
        request.put("response_mode", "form_post");
        request.remove("code_challenge");
        AuthorizationStep step = here.begin(request, Optional.empty());
        assertThat(response(step))
                .containsEntry("error", "invalid_request")
                .containsEntry("state", "what the client remembers")
                .containsEntry("iss", ProviderEnvironment.ISSUER);
        ResponseMode mode = step.fold(
                respond -> respond.response().mode(),
                logIn -> ResponseMode.QUERY,
                ask -> ResponseMode.QUERY,
                refuse -> ResponseMode.QUERY);
        assertThat(mode).isEqualTo(ResponseMode.FORM_POST);
    }

    @Test
    void resume_keptForTheBrowser_isJudgedAsIfItCameNow() {
        Secret handle = here.authorizations
                .keep(parameters(ProviderEnvironment.request(trusted)), browser(Optional.empty()), all.accounts.soon())
                .orElseThrow();
        Optional<Secret> session = Optional.of(there.logIn("ana"));
        assertThat(response(there.authorizations.resume(handle, browser(session), all.accounts.soon())))
                .containsKeys("code");
        Map<String, String> anew = ProviderEnvironment.request(trusted);
        anew.put("prompt", "login");
        Secret second = here.authorizations
                .keep(parameters(anew), browser(Optional.empty()), all.accounts.soon())
                .orElseThrow();
        assertThat(response(there.authorizations.resume(second, browser(session), all.accounts.soon())))
                .as("who was logged in before is no login since")
                .containsEntry("step", "log in");
    }

    @Test
    void keep_withoutAKnownClientAndAnAddressOfItsOwn_keepsNothing() {
        Map<String, String> request = ProviderEnvironment.request(client);
        request.put("redirect_uri", "https://evil.example/callback");
        assertThat(here.authorizations.keep(parameters(request), browser(Optional.empty()), all.accounts.soon()))
                .isEmpty();
        request = ProviderEnvironment.request(client);
        request.put("client_id", "nobody");
        assertThat(here.authorizations.keep(parameters(request), browser(Optional.empty()), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void resume_afterHalfAnHour_hasEnded() {
        Secret handle = handle(here.begin(ProviderEnvironment.request(client), Optional.empty()));
        all.accounts.clock.advance(Duration.ofMinutes(30));
        assertThat(response(here.authorizations.resume(handle, browser(Optional.empty()), all.accounts.soon())))
                .containsEntry("step", "ENDED");
        assertThat(response(here.authorizations.resume(
                        Secret.ofText("made up"), browser(Optional.empty()), all.accounts.soon())))
                .containsEntry("step", "ENDED");
    }

    @Test
    void begin_someoneSignedOutEverywhere_hasToLogIn() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        all.accounts.accounts.signOutEverywhere(all.accounts.stored("ana").id(), all.accounts.soon());
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(response(here.begin(ProviderEnvironment.request(trusted), session)))
                .containsEntry("step", "log in");
    }

    @Test
    void begin_loggedOutElsewhereAMomentAgo_hasThePersonLogIn_andLeavesNothing() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        there.code(trusted, session.orElseThrow());
        here.accounts.sessions.logOut(session.orElseThrow(), all.accounts.soon());
        assertThat(response(there.begin(ProviderEnvironment.request(trusted), session)))
                .containsEntry("step", "log in");
        here.logIn("ana");
        Map<String, String> silent = ProviderEnvironment.request(trusted);
        silent.put("prompt", "none");
        assertThat(response(there.begin(silent, session))).containsEntry("error", "login_required");
        assertThat(all.sessionClients.ofAccount(all.accounts.stored("ana").id(), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void answer_loggedOutElsewhereAMomentAgo_canBeGivenAfterAnotherLogin() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        Secret handle = handle(there.begin(ProviderEnvironment.request(client), session));
        here.accounts.sessions.logOut(session.orElseThrow(), all.accounts.soon());
        assertThat(response(there.authorizations.answer(handle, true, browser(session), all.accounts.soon())))
                .containsEntry("step", "log in");
        Optional<Secret> next = Optional.of(here.logIn("ana"));
        assertThat(response(there.authorizations.answer(handle, true, browser(next), all.accounts.soon())))
                .containsKeys("code");
    }

    @Test
    void begin_loggedInAnewElsewhereAMomentAgo_leavesTheClientsOfTheSession() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        there.code(trusted, session.orElseThrow());
        here.logIn("ana", session);
        assertThat(response(there.begin(ProviderEnvironment.request(trusted), session)))
                .containsEntry("step", "log in");
        assertThat(all.notices.due(all.accounts.clock.instant(), 10, all.accounts.soon()))
                .isEmpty();
        assertThat(all.sessionClients.ofAccount(all.accounts.stored("ana").id(), all.accounts.soon()))
                .hasSize(1);
    }

    @Test
    void begin_moreOfASourceWithoutALoginThanMayWait_isThrottledForAMinute_andNobodyElseIs() {
        var parameters = parameters(ProviderEnvironment.request(trusted));
        var flooding = new Browser(Optional.of(Secret.ofText("made up")), "203.0.113.7");
        for (int i = 0; i < 1_200; i++) {
            assertThat(response(here.authorizations.begin(parameters, flooding, all.accounts.soon())))
                    .containsEntry("step", "log in");
        }
        assertThat(response(here.authorizations.begin(parameters, flooding, all.accounts.soon())))
                .containsEntry("step", "THROTTLED");
        assertThat(here.authorizations.keep(parameters, flooding, all.accounts.soon()))
                .isEmpty();

        assertThat(response(here.begin(ProviderEnvironment.request(trusted), Optional.empty())))
                .containsEntry("step", "log in");
        var person = new Browser(Optional.of(here.logIn("ana")), flooding.source());
        assertThat(response(here.authorizations.begin(parameters, person, all.accounts.soon())))
                .containsKey("code");
        all.accounts.clock.advance(Duration.ofMinutes(1));
        assertThat(here.authorizations.keep(parameters, flooding, all.accounts.soon()))
                .isPresent();
    }

    @Test
    void begin_longRequestsWithoutALogin_countForSeveral() {
        Map<String, String> request = ProviderEnvironment.request(trusted);
        request.put("state", "s".repeat(11 * 4_096));
        for (int i = 0; i < 100; i++) {
            assertThat(response(here.begin(request, Optional.empty()))).containsEntry("step", "log in");
        }
        assertThat(response(here.begin(request, Optional.empty()))).containsEntry("step", "THROTTLED");
    }

    @Test
    void begin_consentWithdrawnMeanwhile_givesACodeThatIsGoodForNothing() {
        Optional<Secret> session = Optional.of(here.logIn("ana"));
        here.authorizations.answer(
                handle(here.begin(ProviderEnvironment.request(client), session)),
                true,
                browser(session),
                all.accounts.soon());
        AccountId ana = all.accounts.stored("ana").id();
        all.afterConsentRead = () -> here.consents.revoke(ana, client.id(), all.accounts.soon());
        Map<String, String> answer = response(here.begin(ProviderEnvironment.request(client), session));
        assertThat(error(here.exchange(client, Secret.ofText(answer.get("code")))))
                .isEqualTo("invalid_grant");
        assertThat(response(here.begin(ProviderEnvironment.request(client), session)))
                .containsEntry("step", "ask");
    }

    private static Secret handle(AuthorizationStep step) {
        return step.fold(
                respond -> {
                    throw new AssertionError(
                            "respond " + respond.response().parameters().keySet());
                },
                AuthorizationStep.LogIn::handle,
                AuthorizationStep.Ask::handle,
                refuse -> {
                    throw new AssertionError(refuse);
                });
    }
}
