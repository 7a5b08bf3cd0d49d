package io.github.auraauth.usecase.session;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountSessionServiceTest {
    private static final Secret WRONG = Secret.ofText("not the password of anybody");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();

    @Test
    void logIn_again_beginsAnotherSessionAndEndsTheOneBefore() {
        all.account("ana");
        Secret first = begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        Secret second = begun(logIn("ANA", PASSWORD, SOURCE, Optional.of(first)));
        assertThat(second).isNotEqualTo(first);
        assertThat(caller(first)).isEmpty();
        assertThat(caller(second)).isPresent();
        assertThat(all.stored("ana").lastLogin()).isPresent();
        assertThat(all.activity.page(Optional.empty(), Keyset.first(), 10, all.soon()))
                .extracting(Activity::event)
                .containsOnly(Activity.Event.ACCOUNT_LOGIN);
    }

    @Test
    void logIn_hashOfLessCost_isHashedAnewAndSignsNobodyOut() {
        all.account("ana");
        Secret before = begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        all.hasher.rounds = 2000;
        begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        assertThat(all.stored("ana").password().orElseThrow().rounds()).isEqualTo(2000);
        assertThat(caller(before)).isPresent();
        all.hasher.rounds = 1000;
        begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        assertThat(all.stored("ana").password().orElseThrow().rounds()).isEqualTo(2000);
    }

    @Test
    void logIn_manyFailures_waitsLongerAndLonger_fromThatSourceOnly() {
        all.account("ana");
        for (int failure = 0; failure < 5; failure++) {
            assertThat(kind(logIn("ana", WRONG, SOURCE, Optional.empty()))).isEqualTo("refused");
        }
        assertThat(kind(logIn("ana", PASSWORD, SOURCE, Optional.empty()))).isEqualTo("PT1S");
        assertThat(kind(logIn("ana", PASSWORD, "192.0.2.2", Optional.empty()))).isEqualTo("begun");
        all.clock.advance(Duration.ofSeconds(1));
        assertThat(kind(logIn("ana", WRONG, SOURCE, Optional.empty()))).isEqualTo("refused");
        assertThat(kind(logIn("ana", WRONG, SOURCE, Optional.empty()))).isEqualTo("PT2S");
        all.clock.advance(Duration.ofSeconds(2));
        assertThat(kind(logIn("ana", PASSWORD, SOURCE, Optional.empty()))).isEqualTo("begun");
        assertThat(kind(logIn("ana", WRONG, SOURCE, Optional.empty()))).isEqualTo("refused");
    }

    @Test
    void logIn_unknownName_isSlowedDownAsAKnownOneIs() {
        for (int failure = 0; failure < 5; failure++) {
            assertThat(kind(logIn("nobody", WRONG, SOURCE, Optional.empty()))).isEqualTo("refused");
        }
        assertThat(kind(logIn("nobody", WRONG, SOURCE, Optional.empty()))).isEqualTo("PT1S");
    }

    @Test
    void logIn_failuresFromAllOverTheWorld_closeToStrangersAndNotToTheOwner() {
        all.account("ana");
        begun(logIn("ana", PASSWORD, "198.51.100.7", Optional.empty()));
        for (int source = 0; source < 100; source++) {
            logIn("ana", WRONG, "203.0.113." + source, Optional.empty());
        }
        assertThat(kind(logIn("ana", PASSWORD, "203.0.113.200", Optional.empty())))
                .isEqualTo("PT1S");
        assertThat(kind(logIn("ana", PASSWORD, "198.51.100.7", Optional.empty())))
                .isEqualTo("begun");
        all.clock.advance(Duration.ofMinutes(15));
        assertThat(kind(logIn("ana", PASSWORD, "203.0.113.201", Optional.empty())))
                .isEqualTo("begun");
    }

    @Test
    void logIn_guessesAtOnce_areCountedOneByOne() {
        all.account("ana");
        List<String> kinds = Race.of(8, number -> kind(logIn("ana", WRONG, SOURCE, Optional.empty())));
        assertThat(kinds).filteredOn("refused"::equals).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void logOut_session_endsIt_andIsHarmlessTwice() {
        all.account("ana");
        Secret session = begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        here.sessions.logOut(session, all.soon());
        here.sessions.logOut(session, all.soon());
        assertThat(caller(session)).isEmpty();
    }

    @Test
    void sessions_ofOneself_areListedAndEnded_thoseOfOthersAreNot() {
        all.account("ana");
        all.account("ben");
        Caller ana =
                caller(begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()))).orElseThrow();
        Secret other = begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()));
        Caller ben =
                caller(begun(logIn("ben", PASSWORD, SOURCE, Optional.empty()))).orElseThrow();
        assertThat(here.own.sessions(ana, all.soon())).hasSize(2);
        SessionId ofOther = caller(other).orElseThrow().sessionId().orElseThrow();
        assertThat(refusal(here.own.endSession(ben, ofOther, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(events()).doesNotContain(Activity.Event.ACCOUNT_LOGOUT);
        assertThat(done(here.own.endSession(ana, ofOther, all.soon()))).isEqualTo(ofOther);
        assertThat(events()).contains(Activity.Event.ACCOUNT_LOGOUT);
        assertThat(caller(other)).isEmpty();
        here.own.signOutEverywhere(ana, all.soon());
        assertThat(here.own.sessions(ana, all.soon())).extracting(Session::id).isEmpty();
        assertThat(here.own.sessions(ben, all.soon())).hasSize(1);
    }

    @Test
    void changePassword_wrongOrWeakOnes_changeNothing() {
        all.account("ana");
        Caller ana =
                caller(begun(logIn("ana", PASSWORD, SOURCE, Optional.empty()))).orElseThrow();
        assertThat(change(ana, WRONG, "sixteen herons on the shore"))
                .isEqualTo(Refusal.of(Reason.WRONG_PASSWORD, "current_password"));
        assertThat(change(ana, PASSWORD, "short")).isEqualTo(Refusal.of(Reason.PASSWORD_TOO_SHORT, "new_password"));
        assertThat(change(ana, PASSWORD, "a common password of many"))
                .isEqualTo(Refusal.of(Reason.PASSWORD_TOO_COMMON, "new_password"));
        assertThat(change(ana, PASSWORD, "x".repeat(257)))
                .isEqualTo(Refusal.of(Reason.PASSWORD_TOO_LONG, "new_password"));
        assertThat(kind(logIn("ana", PASSWORD, SOURCE, Optional.empty()))).isEqualTo("begun");
    }

    private Refusal change(Caller caller, Secret current, String wanted) {
        return refusal(here.own.changePassword(caller, current, Secret.ofText(wanted), SOURCE, all.soon()));
    }

    private LoginResult logIn(String name, Secret password, String source, Optional<Secret> before) {
        return here.sessions.logIn(new Login(name, password, source, before), all.soon());
    }

    private Optional<Caller> caller(Secret session) {
        return here.authentication
                .bySession(session, all.soon())
                .fold(Optional::of, Optional::empty, pause -> Optional.empty());
    }

    private static String kind(LoginResult result) {
        // what is stored is to the millisecond, so that a pause may lack a part of one
        return result.fold(
                begun -> "begun",
                pending -> "second factor",
                () -> "refused",
                pause -> "PT" + Math.round(pause.toMillis() / 1000.0) + "S");
    }

    private List<Activity.Event> events() {
        return all.activity.page(Optional.empty(), Keyset.first(), 10, all.soon()).stream()
                .map(Activity::event)
                .toList();
    }

    private static Secret begun(LoginResult result) {
        return result.fold(
                BegunSession::secret,
                pending -> {
                    throw new AssertionError("second factor");
                },
                () -> {
                    throw new AssertionError("refused");
                },
                pause -> {
                    throw new AssertionError("later");
                });
    }
}
