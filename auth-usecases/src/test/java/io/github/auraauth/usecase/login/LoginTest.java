package io.github.auraauth.usecase.login;

import static io.github.auraauth.usecase.login.LoginEnvironment.AURA_ID;
import static io.github.auraauth.usecase.login.LoginEnvironment.SUBJECT;
import static io.github.auraauth.usecase.login.LoginEnvironment.call;
import static io.github.auraauth.usecase.login.LoginEnvironment.code;
import static io.github.auraauth.usecase.login.LoginEnvironment.extras;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.out.login.LoginProvider.ExchangeOutcome;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logins and logouts, step by step, over a provider that says what the test wants. */
class LoginTest {
    private final LoginEnvironment logins = new LoginEnvironment();

    @Test
    void start_goodState_asksFirstWithoutAskingTheProviderAndUsesNothingUp() {
        String state = logins.state();
        Told.Outcome asked = logins.asked(state);
        assertThat(asked.word()).isEqualTo("unconfirmed");
        assertThat(asked.text()).contains("••••7c44");
        assertThat(logins.provider.requests).isEmpty();
        assertThat(logins.agreed(state, asked).word()).isEqualTo("started");
        assertThat(logins.agreed(state, asked).word()).as("pressed twice").isEqualTo("started");
    }

    @Test
    void start_confirmed_sendsToProviderWithNonceAndChallenge() {
        String state = logins.state();
        assertThat(logins.started(state).length()).isPositive();
        assertThat(logins.started(state).length()).isPositive();
        assertThat(logins.provider.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.state()).isEqualTo(state);
            assertThat(request.nonce()).isPresent();
            assertThat(request.challenge()).hasSize(43);
        });
        assertThat(logins.provider.requests.get(0).challenge())
                .isNotEqualTo(logins.provider.requests.get(1).challenge());
    }

    @Test
    void start_whereLinksNeedNoConfirmation_sendsToProviderAtOnce() {
        String state = logins.state();
        Told.Outcome started = logins.silent
                .start(call(state), Optional.empty(), logins.environment.soon())
                .outcome()
                .fold(new Told());
        assertThat(started.word()).isEqualTo("started");
        assertThat(told(logins.receive(state, code(started.held())))).isEqualTo("ended");
    }

    @Test
    void start_linkForwardedToAnother_linksNobodyWhoDoesNotSaySo() {
        String attackers = logins.state();
        logins.started(attackers);
        Told.Outcome victim = logins.asked(attackers);
        assertThat(victim.word()).isEqualTo("unconfirmed");
        assertThat(told(logins.receive(attackers, code(victim.held()))))
                .as("a browser whose person was asked and has not answered")
                .isEqualTo("unconfirmed");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void start_openedAgainInTheSameBrowser_leavesBothPagesGood() {
        String state = logins.state();
        Told.Outcome first = logins.asked(state);
        Told.Outcome second = logins.asked(state, first.held());
        assertThat(logins.proceed(state, first.token().orElseThrow(), second.held())
                        .word())
                .isEqualTo("started");
        Secret confirmed = logins.agreed(state, second).cookie();
        Told.Outcome third = logins.asked(state, Optional.of(confirmed));
        assertThat(third.word()).as("each link asks").isEqualTo("unconfirmed");
        assertThat(told(logins.receive(state, code(third.held()))))
                .as("asked once in a login")
                .isEqualTo("ended");
    }

    @Test
    void proceed_wrongTokenOrCookie_isRefusedAndAsksNoProvider() {
        String state = logins.state();
        String other = logins.state();
        Told.Outcome asked = logins.asked(state);
        Told.Outcome elsewhere = logins.asked(state);
        Told.Outcome another = logins.asked(other);
        Told.Outcome callback =
                logins.receive(state, code(Optional.empty())).outcome().fold(new Told());
        Secret token = asked.token().orElseThrow();
        List<Told.Outcome> refused = List.of(
                logins.proceed(state, token, Optional.empty()),
                logins.proceed(state, token, elsewhere.held()),
                logins.proceed(state, token, another.held()),
                logins.proceed(state, token, callback.held()),
                logins.proceed(state, token, Optional.of(Secret.ofText("nonsense"))),
                logins.proceed(state, another.token().orElseThrow(), asked.held()),
                logins.proceed(state, callback.token().orElseThrow(), asked.held()),
                logins.proceed(other, token, asked.held()),
                logins.proceed(state, callback.token().orElseThrow(), callback.held()));
        assertThat(refused).allSatisfy(outcome -> {
            assertThat(outcome.word()).isEqualTo("refused state");
            assertThat(outcome.text()).contains("browser");
        });
        assertThat(logins.provider.requests).isEmpty();
    }

    @Test
    void anyStep_noLoginCanGoOn_leavesTheStateGood() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        Told.Outcome asked = logins.asked(state);
        Told.Outcome question =
                logins.receive(state, code(Optional.empty())).outcome().fold(new Told());
        for (Outage outage :
                List.of(new Outage.Unavailable("kernel"), new Outage.Paused("kernel", Duration.ofSeconds(5)))) {
            logins.provider.unasked = outage;
            assertThat(logins.asked(state).word()).isEqualTo("not begun");
            assertThat(logins.agreed(state, asked).word()).isEqualTo("not begun");
            assertThat(logins.receive(state, code(Optional.of(cookie)))
                            .outcome()
                            .fold(new Told())
                            .text())
                    .contains("UNAVAILABLE");
            assertThat(told(logins.asking.confirm(
                            call(state), PlayedProvider.CODE, consent(question), logins.environment.soon())))
                    .isEqualTo("not begun");
        }
        logins.provider.unasked = null;
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("ended");
    }

    @Test
    void receive_storeOfOursAway_isNoOutageOfTheProvider() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        logins.provider.afterExchange = () -> logins.storeAway = true;
        assertThatThrownBy(() -> logins.receive(state, code(Optional.of(cookie))))
                .isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void receive_idTokenLargerThanAHint_logsInWithoutHint() {
        for (int size : new int[] {8 * 1024, 8 * 1024 + 1, 200 * 1024}) {
            Secret token = Secret.ofText("x".repeat(size));
            logins.provider.exchange = new ExchangeOutcome.Tokens(token, Secret.ofText("access-token"));
            assertThat(told(loggedIn())).isEqualTo("ended");
            assertThat(logins.user().orElseThrow().registration().idTokenHint())
                    .isEqualTo(Optional.of(token).filter(given -> size <= 8 * 1024));
        }
    }

    @Test
    void end_removalFails_leavesTheLinkGood() {
        loggedIn();
        String state = logins.state(StatePurpose.LOGOUT, LoginState.Extras.NONE);
        logins.storeAway = true;
        assertThatThrownBy(() -> logins.asking.end(call(state), logins.environment.soon()))
                .isInstanceOf(Outage.class);
        logins.storeAway = false;
        assertThat(told(logins.asking.end(call(state), logins.environment.soon())))
                .isEqualTo("ended");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_withTheCookieOfItsStart_registersWithVerifierAndToken() {
        String state = logins.state(StatePurpose.LOGIN, extras("es-es", "https://chat.example/back"));
        LoginAnswer answer = logins.receive(state, code(Optional.of(logins.started(state))));
        assertThat(answer.outcome().fold(new Told()).text()).contains("https://chat.example/back");
        assertThat(answer.locale()).contains("es-es");
        assertThat(logins.provider.verifiers)
                .singleElement()
                .satisfies(given -> assertThat(given).isPresent());
        User user = logins.user().orElseThrow();
        assertThat(user.registration().userId()).isEqualTo(SUBJECT);
        assertThat(user.registration().channelId()).isEqualTo(Environment.CHANNEL);
        assertThat(user.registration().authorizationId()).isEqualTo(new AuthorizationId("session-1"));
        assertThat(user.registration().idTokenHint()).contains(PlayedProvider.ID_TOKEN);
    }

    @Test
    void receive_withoutCookie_asksFirstAndRegistersNobody() {
        String state = logins.state();
        Told.Outcome question =
                logins.receive(state, code(Optional.empty())).outcome().fold(new Told());
        assertThat(question.word()).isEqualTo("unconfirmed");
        assertThat(question.text()).contains("••••7c44");
        assertThat(logins.user()).isEmpty();
        assertThat(logins.provider.verifiers).isEmpty();

        assertThat(told(logins.asking.confirm(
                        call(state), PlayedProvider.CODE, consent(question), logins.environment.soon())))
                .isEqualTo("ended");
        assertThat(logins.user()).isPresent();
        assertThat(logins.provider.verifiers).containsExactly(Optional.empty());
    }

    @Test
    void receive_withoutCookieWhereLinksNeedNoConfirmation_registers() {
        String state = logins.state();
        assertThat(told(logins.silent.receive(call(state), code(Optional.empty()), logins.environment.soon())))
                .isEqualTo("ended");
        assertThat(logins.user()).isPresent();
    }

    @Test
    void confirm_wrongTokenOrCookie_isRefusedAndRegistersNobody() {
        String state = logins.state();
        String other = logins.state();
        Told.Outcome question =
                logins.receive(state, code(Optional.empty())).outcome().fold(new Told());
        Told.Outcome another =
                logins.receive(other, code(Optional.empty())).outcome().fold(new Told());
        Secret token = question.token().orElseThrow();
        List<LoginCall.Consent> wrong = List.of(
                new LoginCall.Consent(token, Optional.empty()),
                new LoginCall.Consent(another.token().orElseThrow(), question.held()),
                new LoginCall.Consent(token, another.held()),
                new LoginCall.Consent(token, Optional.of(logins.started(state))));
        for (LoginCall.Consent consent : wrong) {
            assertThat(told(logins.asking.confirm(
                            call(state), PlayedProvider.CODE, consent, logins.environment.soon())))
                    .isEqualTo("refused state");
        }
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_cookieOfAnotherLoginOrOver_isRefused() {
        String state = logins.state();
        Secret cookie = logins.started(logins.state());
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("refused state");
        assertThat(told(logins.receive(state, code(Optional.of(Secret.ofText("nonsense"))))))
                .isEqualTo("refused state");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_stateUsedTwice_isRefusedTheSecondTime() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("ended");
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("refused state");
        assertThat(logins.provider.verifiers).hasSize(1);
    }

    @Test
    void anyStep_stateUsed_isRefusedBeforeAnybodyIsAskedOrSentAway() {
        String state = logins.state();
        assertThat(told(logins.receive(state, code(Optional.of(logins.started(state))))))
                .isEqualTo("ended");
        assertThat(told(logins.receive(state, code(Optional.empty())))).isEqualTo("refused state");
        assertThat(logins.asked(state).word()).isEqualTo("refused state");
    }

    @Test
    void receive_stateUsedByManyAtOnce_oneLogsIn() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        List<String> words = Race.of(4, caller -> told(logins.receive(state, code(Optional.of(cookie)))));
        assertThat(words).filteredOn("ended"::equals).hasSize(1);
        assertThat(logins.provider.verifiers).hasSize(1);
    }

    @Test
    void receive_refusalOfTheProvider_isSortedAndUsesTheStateUp() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        var refusal = new ProviderRefusal("access_denied", Optional.of("so: wrong password"), List.of("1", "2"));
        var reply = new LoginCall.Reply(Optional.empty(), Optional.of(refusal), Optional.empty());
        assertThat(logins.receive(state, reply).outcome().fold(new Told()).text())
                .contains("CREDENTIALS [1, 2, access_denied]");
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("refused state");
    }

    @Test
    void receive_neitherCodeNorRefusal_saysSoAndUsesNothingUp() {
        String state = logins.state();
        var nothing = new LoginCall.Reply(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(told(logins.receive(state, nothing))).isEqualTo("without code");
        assertThat(told(logins.receive(state, code(Optional.of(logins.started(state))))))
                .isEqualTo("ended");
    }

    @Test
    void anyStep_stateThatIsNotGood_isOneRefusalWithoutLocaleAndStoresNothing() {
        String good = logins.state(StatePurpose.LOGIN, extras("es-es", "https://chat.example/"));
        String logout = logins.state(StatePurpose.LOGOUT, extras("es-es", "https://chat.example/"));
        String untrusted = logins.state(StatePurpose.LOGIN, extras("es-es", "https://chat.example.evil.test/"));
        String tampered = good.substring(0, 40) + (good.charAt(40) == '0' ? '1' : '0') + good.substring(41);
        for (String bad : List.of("", "aus2_", logout, untrusted, tampered, "0".repeat(128))) {
            var fresh = new LoginCall(bad, "192.0.2." + Math.floorMod(bad.hashCode(), 200));
            LoginAnswer answer = logins.asking.receive(fresh, code(Optional.empty()), logins.environment.soon());
            assertThat(told(answer)).isEqualTo("refused state");
            assertThat(answer.locale()).isEmpty();
        }
        logins.environment.clock.pass(Duration.ofMinutes(10).plusMillis(1));
        assertThat(told(logins.receive(good, code(Optional.empty())))).isEqualTo("refused state");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void anyStep_tooManyRefusals_turnsAwayWhatIsNoGoodStateOfVersion2() {
        String state = logins.state();
        for (int i = 0; i < LoginEnvironment.FAILURES; i++) {
            assertThat(told(logins.receive("nonsense", code(Optional.empty())))).isEqualTo("refused state");
        }
        for (String bad : List.of("nonsense", state + "0", "00".repeat(64))) {
            assertThat(logins.asked(bad).word()).isEqualTo("throttled");
        }
        assertThat(logins.asked(state).word()).isEqualTo("unconfirmed");
        assertThat(told(logins.asking.start(
                        new LoginCall("nonsense", "192.0.2.8"), Optional.empty(), logins.environment.soon())))
                .isEqualTo("refused state");
        Secret cookie = logins.started(state);
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("ended");
        assertThat(told(logins.receive(state, code(Optional.of(cookie)))))
                .as("used")
                .isEqualTo("throttled");
    }

    @Test
    void receive_codeThatTheProviderRefuses_isItsRefusal() {
        logins.provider.exchange = new ExchangeOutcome.Refused();
        assertThat(told(loggedIn())).isEqualTo("refused by provider");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_providerAway_saysWhichWayWithLocaleAndRegistersNobody() {
        String state = logins.state(StatePurpose.LOGIN, extras("es-es", "https://chat.example/"));
        Secret cookie = logins.started(state);
        logins.provider.away = new Outage.UpstreamTimedOut("kernel");
        LoginAnswer answer = logins.receive(state, code(Optional.of(cookie)));
        assertThat(answer.outcome().fold(new Told()).text()).contains("UPSTREAM_TIMED_OUT");
        assertThat(answer.locale()).contains("es-es");
        Told.Outcome asked = logins.asked(logins.state());
        assertThat(asked.word()).isEqualTo("unconfirmed");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_sessionOfAnotherAuraId_isConflict() {
        logins.environment.store.insert(
                User.registered(
                        new io.github.auraauth.domain.user.AuraId("another"),
                        logins.environment.identities.globalId(LoginEnvironment.person(SUBJECT)
                                .authentication()
                                .orElseThrow()),
                        Environment.registration("session-1"),
                        logins.environment.clock.instant()),
                logins.environment.soon());
        assertThat(told(loggedIn())).isEqualTo("conflict");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_auraIdErasedSinceTheStateWasMade_isRefused() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        erase();
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("refused state");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_auraIdErasedDuringTheExchange_isRefusedAndLeavesNoRow() {
        String state = logins.state();
        Secret cookie = logins.started(state);
        logins.provider.afterExchange = this::erase;
        assertThat(told(logins.receive(state, code(Optional.of(cookie))))).isEqualTo("refused state");
        assertThat(logins.user()).isEmpty();
    }

    @Test
    void receive_stateMadeWellAfterTheErasure_logsIn() {
        erase();
        logins.environment.clock.pass(Duration.ofSeconds(61));
        assertThat(told(loggedIn())).isEqualTo("ended");
    }

    @Test
    void end_logoutState_removesTheUserOnceAndSucceedsForOneWhoIsGone() {
        loggedIn();
        String state = logins.state(StatePurpose.LOGOUT, LoginState.Extras.NONE);
        assertThat(told(logins.asking.end(call(state), logins.environment.soon())))
                .isEqualTo("ended");
        assertThat(logins.user()).isEmpty();
        assertThat(told(logins.asking.end(call(state), logins.environment.soon())))
                .isEqualTo("refused state");
        String again = logins.state(StatePurpose.LOGOUT, LoginState.Extras.NONE);
        assertThat(told(logins.asking.end(call(again), logins.environment.soon())))
                .isEqualTo("ended");
        assertThat(logins.activity.page(Optional.empty(), Keyset.first(), 10, logins.environment.soon()))
                .extracting(noted -> noted.event().word() + " " + noted.actor() + " " + noted.object())
                .containsExactlyInAnyOrder(
                        "login.link kernel " + LoginEnvironment.AURA_ID.value(),
                        "logout state " + LoginEnvironment.AURA_ID.value());
    }

    @Test
    void end_loginState_isRefusedAndRemovesNobody() {
        loggedIn();
        assertThat(told(logins.asking.end(call(logins.state()), logins.environment.soon())))
                .isEqualTo("refused state");
        assertThat(logins.user()).isPresent();
    }

    private static LoginCall.Consent consent(Told.Outcome question) {
        return new LoginCall.Consent(question.token().orElseThrow(), question.held());
    }

    private LoginAnswer loggedIn() {
        String state = logins.state();
        return logins.receive(state, code(Optional.of(logins.started(state))));
    }

    private void erase() {
        logins.environment.erased.note(
                Set.of(logins.environment.hasher.hash(AURA_ID)),
                logins.environment.clock.instant(),
                logins.environment.clock.instant().plus(Duration.ofMinutes(12)),
                logins.environment.soon());
    }

    private static String told(LoginAnswer answer) {
        return answer.outcome().fold(new Told()).word();
    }
}
