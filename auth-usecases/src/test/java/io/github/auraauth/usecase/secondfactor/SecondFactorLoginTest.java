package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.SecondFactorUser.begun;
import static io.github.auraauth.usecase.SecondFactorUser.kind;
import static io.github.auraauth.usecase.SecondFactorUser.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import io.github.auraauth.usecase.SecondFactorUser;
import io.github.auraauth.usecase.account.GuessingGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorLoginTest {
    private static final Actor ROOT = Actor.commandLine("fake");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final SecondFactorUser ana = new SecondFactorUser("ana", all, here);
    private List<Secret> recoveryCodes = List.of();

    @BeforeEach
    void setUp() {
        all.account("ana");
        recoveryCodes = ana.loggedIn().addTotp().recoveryCodes();
        all.clock.advance(Totp.STEP);
    }

    @Test
    void logIn_rightPassword_waitsForTheSecondFactor() {
        var waiting = pending(ana.logIn());
        assertThat(waiting.kinds()).containsExactlyInAnyOrder(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE);
        assertThat(here.secondFactors.logins().kinds(waiting.secret(), all.soon()))
                .contains(waiting.kinds());
        assertThat(ana.isGood(waiting.secret())).isFalse();
    }

    @Test
    void continueByCode_ofTheApp_beginsASessionOfTwoFactors() {
        Session session = session(ana.continueByCode(pending(ana.logIn()).secret(), ana.code()));
        assertThat(session.methods())
                .containsExactlyInAnyOrder(
                        AuthenticationMethod.PASSWORD,
                        AuthenticationMethod.ONE_TIME_CODE,
                        AuthenticationMethod.SEVERAL_FACTORS);
        assertThat(session.begunAt()).isEqualTo(all.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void logIn_withACode_isDoneAtOnce() {
        assertThat(kind(ana.logIn(Optional.of(ana.code())))).isEqualTo("begun");
        assertThat(kind(ana.logIn(Optional.of(ana.code()))))
                .as("the same code again")
                .isEqualTo("second factor");
        all.clock.advance(Totp.STEP);
        assertThat(kind(ana.logIn(Optional.of(ana.wrongCode())))).isEqualTo("second factor");
        assertThat(kind(ana.logIn(Optional.of(ana.code())))).isEqualTo("begun");
    }

    @Test
    void continueByCode_sameStepAgain_isRefusedAlsoInAnotherLogin() {
        Secret first = pending(ana.logIn()).secret();
        Secret second = pending(ana.logIn()).secret();
        Secret code = ana.code();
        assertThat(kind(ana.continueByCode(first, code))).isEqualTo("begun");
        assertThat(kind(ana.continueByCode(first, code)))
                .as("a login that is over")
                .isEqualTo("refused");
        assertThat(kind(ana.continueByCode(second, code))).isEqualTo("second factor");
        all.clock.advance(Totp.STEP);
        assertThat(kind(ana.continueByCode(second, code)))
                .as("within the window")
                .isEqualTo("second factor");
        assertThat(kind(ana.continueByCode(second, ana.code()))).isEqualTo("begun");
    }

    @Test
    void continueByCode_earlierStepThanTheLastUsed_isRefused() {
        Secret earlier = ana.code();
        all.clock.advance(Totp.STEP);
        assertThat(kind(ana.logIn(Optional.of(ana.code())))).isEqualTo("begun");
        assertThat(kind(ana.logIn(Optional.of(earlier)))).isEqualTo("second factor");
    }

    @Test
    void continueByCode_oneCodeInManyLoginsAtOnce_isGoodOnce() {
        List<Secret> logins = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> pending(ana.logIn()).secret())
                .toList();
        Secret code = ana.code();
        AccountInstance there = all.instance();
        assertThat(Race.of(i -> kind((i % 2 == 0 ? here : there)
                        .secondFactors
                        .logins()
                        .continueByCode(logins.get(i), code, "203.0.113." + i, Optional.empty(), all.soon()))))
                .containsOnlyOnce("begun");
    }

    @Test
    void continueByCode_twoGoodFactorsInOneLogin_beginOneSession() {
        Secret login = pending(ana.logIn()).secret();
        assertThat(kind(ana.continueByCode(login, ana.code()))).isEqualTo("begun");
        assertThat(kind(ana.continueByCode(login, recoveryCodes.get(0)))).isEqualTo("refused");
        assertThat(all.stored("ana").secondFactors().recoveryCodes()).hasSize(10);
    }

    @Test
    void continueByCode_driftedClock_isGoodForAStepAndNoMore() {
        for (int steps = 0; steps < 2; steps++) {
            all.clock.advance(Totp.STEP.multipliedBy(5));
            Secret code = ana.code();
            all.clock.advance(Totp.STEP.multipliedBy(steps + 1));
            assertThat(kind(ana.logIn(Optional.of(code)))).isEqualTo(steps == 0 ? "begun" : "second factor");
        }
    }

    @Test
    void continueByCode_recoveryCode_isGoodOnce_andNoted() {
        Secret code = recoveryCodes.get(3);
        assertThat(kind(ana.continueByCode(pending(ana.logIn()).secret(), code)))
                .isEqualTo("begun");
        assertThat(kind(ana.continueByCode(pending(ana.logIn()).secret(), code)))
                .isEqualTo("second factor");
        assertThat(all.stored("ana").secondFactors().recoveryCodes()).hasSize(9);
        assertThat(events()).containsOnlyOnce(Activity.Event.FACTOR_RECOVERY);
        assertThat(events()).contains(Activity.Event.FACTOR_ADD);
    }

    @Test
    void continueByCode_oneRecoveryCodeAtOnce_isGoodOnce() {
        List<Secret> logins = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> pending(ana.logIn()).secret())
                .toList();
        assertThat(Race.of(i -> kind(here.secondFactors
                        .logins()
                        .continueByCode(
                                logins.get(i), recoveryCodes.get(0), "203.0.113." + i, Optional.empty(), all.soon()))))
                .containsOnlyOnce("begun");
    }

    @Test
    void continueByCode_wrongOnes_endTheLoginAfterFive() {
        Secret login = pending(ana.logIn()).secret();
        for (int tries = 1; tries <= PendingLogin.MOST_TRIES; tries++) {
            assertThat(kind(ana.continueByCode(login, ana.wrongCode())))
                    .isEqualTo(tries < PendingLogin.MOST_TRIES ? "second factor" : "refused");
        }
        all.clock.advance(Duration.ofMinutes(1));
        assertThat(kind(ana.continueByCode(login, ana.code()))).isEqualTo("refused");
        assertThat(here.secondFactors.logins().kinds(login, all.soon())).isEmpty();
    }

    @Test
    void continueByCode_guesserWhoKnowsThePassword_isSlowedDownOverLoginsAndSources() {
        // setting up made SOURCE known
        int tried = 0;
        for (int source = 0; source < 200; source++) {
            tried += guess("203.0.113." + source);
        }
        assertThat(tried).as("tries of one moment").isEqualTo(10);
        for (int minutes = 0; minutes < 60; minutes++) {
            all.clock.advance(Duration.ofMinutes(1));
            tried += guess("198.51.100." + minutes);
        }
        assertThat(tried).as("tries of an hour").isLessThan(25);
        for (int hours = 0; hours < 24; hours++) {
            all.clock.advance(Duration.ofHours(1));
            tried += guess("192.0.2." + (100 + hours));
        }
        assertThat(tried).as("tries of a day").isLessThan(50);
        assertThat(kind(ana.logIn(Optional.of(ana.code()))))
                .as("the owner, from a known source")
                .isEqualTo("begun");
    }

    @Test
    void continueByCode_sourceThatHasShownThePasswordOnly_isNotKnown() {
        AccountEnvironment fresh = new AccountEnvironment();
        GuessingGuard guard = new GuessingGuard(fresh.failures, fresh.attemptKeys, fresh.clock);
        guard.attempt("ana", "203.0.113.9").succeeded(fresh.soon());
        for (int failures = 0; failures < 10; failures++) {
            guard.codeAttempt("ana", "198.51.100." + failures).failed(fresh.soon());
        }
        assertThat(guard.codeAttempt("ana", "203.0.113.9").pause(fresh.soon())).isPresent();
        guard.codeAttempt("ana", "203.0.113.9").succeeded(fresh.soon());
        assertThat(guard.codeAttempt("ana", "203.0.113.9").pause(fresh.soon())).isEmpty();
    }

    @Test
    void logIn_rightPasswordInBetween_doesNotForgetFailedCodes() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(guess("203.0.113.7")).isEqualTo(1);
        }
        LoginResult login =
                here.sessions.logIn(new Login("ana", PASSWORD, "203.0.113.7", Optional.empty()), all.soon());
        assertThat(kind(here.secondFactors
                        .logins()
                        .continueByCode(
                                pending(login).secret(), ana.code(), "203.0.113.7", Optional.empty(), all.soon())))
                .isEqualTo("PT1S");
    }

    @Test
    void continueByCode_pendingLoginOfAnEndedEpoch_isRefused() {
        Secret login = pending(ana.logIn()).secret();
        here.own.signOutEverywhere(ana.caller(), all.soon());
        assertThat(kind(ana.continueByCode(login, ana.code()))).isEqualTo("refused");
        assertThat(here.secondFactors.logins().beginPasskey(login, all.soon())).isEmpty();
    }

    @Test
    void continueByCode_deactivatedMeanwhile_isRefused() {
        Secret login = pending(ana.logIn()).secret();
        done(here.accounts.change(AccountEnvironment.name("ana"), AccountChange.active(false), ROOT, all.soon()));
        assertThat(kind(ana.continueByCode(login, ana.code()))).isEqualTo("refused");
    }

    @Test
    void continueByCode_afterFiveMinutes_isRefused() {
        Secret login = pending(ana.logIn()).secret();
        all.clock.advance(PendingLogin.VALIDITY);
        assertThat(kind(ana.continueByCode(login, ana.code()))).isEqualTo("refused");
    }

    @Test
    void continueByCode_secretThatIsNone_isRefused() {
        assertThat(kind(ana.continueByCode(Secret.ofText("nothing"), ana.code())))
                .isEqualTo("refused");
        assertThat(kind(ana.continueByCode(ana.session, ana.code()))).isEqualTo("refused");
    }

    @Test
    void continueByCode_codeOfSomebodyElse_isWrong() {
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        List<Secret> codes = ben.addTotp().recoveryCodes();
        all.clock.advance(Totp.STEP);
        assertThat(kind(ana.logIn(Optional.of(codes.get(0))))).isEqualTo("second factor");
        assertThat(kind(ben.logIn(Optional.of(codes.get(0))))).isEqualTo("begun");
    }

    private int guess(String source) {
        LoginResult login = here.sessions.logIn(new Login("ana", PASSWORD, source, Optional.empty()), all.soon());
        if (!kind(login).equals("second factor")) {
            return 0;
        }
        LoginResult result = here.secondFactors
                .logins()
                .continueByCode(pending(login).secret(), ana.wrongCode(), source, Optional.empty(), all.soon());
        return kind(result).equals("second factor") ? 1 : 0;
    }

    private Session session(LoginResult result) {
        ana.session = begun(result).secret();
        return ana.caller().session().orElseThrow();
    }

    private List<Activity.Event> events() {
        return all.activity.page(Optional.empty(), Keyset.first(), 100, all.soon()).stream()
                .map(Activity::event)
                .toList();
    }
}
