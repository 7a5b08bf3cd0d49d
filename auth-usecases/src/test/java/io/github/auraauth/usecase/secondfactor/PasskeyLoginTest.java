package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.SecondFactorUser.begun;
import static io.github.auraauth.usecase.SecondFactorUser.kind;
import static io.github.auraauth.usecase.SecondFactorUser.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.secondfactor.PasskeyVerifierContract;
import io.github.auraauth.testkit.secondfactor.SoftwareAuthenticator;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import io.github.auraauth.usecase.SecondFactorUser;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasskeyLoginTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final SecondFactorUser ana = new SecondFactorUser("ana", all, here);

    @BeforeEach
    void setUp() {
        all.account("ana");
        ana.loggedIn().addPasskey();
    }

    @Test
    void finish_passkeyAlone_beginsASessionOfTwoFactors() {
        BegunSession begun = accepted(ana.logInByPasskey(ana.authenticator));
        assertThat(begun.caller().session().orElseThrow().methods())
                .containsExactlyInAnyOrder(
                        AuthenticationMethod.HARDWARE_KEY,
                        AuthenticationMethod.USER_VERIFICATION,
                        AuthenticationMethod.SEVERAL_FACTORS);
        assertThat(ana.isLoggedIn()).as("the session before").isFalse();
        assertThat(ana.isGood(begun.secret())).isTrue();
        assertThat(all.passkeys
                        .ofAccount(all.stored("ana").id(), all.soon())
                        .get(0)
                        .usedAt())
                .contains(all.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void finish_withoutKnowingTheOwner_isRefused() {
        assertThat(answer(ana.logInByPasskey(ana.authenticator.verifying(false))))
                .isEqualTo("refused");
    }

    @Test
    void finish_atAnotherAddressOrHost_isRefused() {
        for (SoftwareAuthenticator stranger : new SoftwareAuthenticator[] {
            ana.authenticator.at(PasskeyVerifierContract.RELYING_PARTY, "https://evil.example.org"),
            ana.authenticator.at("evil.example.org", PasskeyVerifierContract.ORIGIN),
            ana.authenticator.at("evil.example.org", "https://evil.example.org")
        }) {
            assertThat(answer(ana.logInByPasskey(stranger))).isEqualTo("refused");
        }
    }

    @Test
    void finish_responseReplayed_isRefused() {
        PasskeyCeremony ceremony = here.secondFactors.passkeys().begin(all.soon());
        String response = ana.authenticator.use(ceremony.options());
        assertThat(answer(finish(ceremony.handle(), response))).isEqualTo("begun");
        assertThat(answer(finish(ceremony.handle(), response))).isEqualTo("refused");
        Secret other = here.secondFactors.passkeys().begin(all.soon()).handle();
        assertThat(answer(finish(other, response))).as("a stolen response").isEqualTo("refused");
    }

    @Test
    void finish_oneResponseAtOnce_isGoodOnce() {
        PasskeyCeremony ceremony = here.secondFactors.passkeys().begin(all.soon());
        String response = ana.authenticator.uncounted().use(ceremony.options());
        SecondFactorUser ben = new SecondFactorUser("ben", all, here);
        all.account("ben");
        ben.authenticator.uncounted();
        ben.loggedIn().addPasskey();
        PasskeyCeremony uncounted = here.secondFactors.passkeys().begin(all.soon());
        String ofBen = ben.authenticator.use(uncounted.options());
        AccountInstance there = all.instance();
        assertThat(Race.of(i -> answer((i % 2 == 0 ? here : there)
                        .secondFactors
                        .passkeys()
                        .finish(uncounted.handle(), ofBen, SOURCE, Optional.empty(), all.soon()))))
                .containsOnlyOnce("begun");
        assertThat(answer(finish(ceremony.handle(), response)))
                .as("a passkey that counted before")
                .isNotEqualTo("begun");
    }

    @Test
    void finish_countThatWentBack_isRefused() {
        assertThat(answer(ana.logInByPasskey(ana.authenticator.counted(10)))).isEqualTo("begun");
        assertThat(answer(ana.logInByPasskey(ana.authenticator.counted(10)))).isEqualTo("refused");
        assertThat(answer(ana.logInByPasskey(ana.authenticator.counted(9)))).isEqualTo("refused");
        assertThat(answer(ana.logInByPasskey(ana.authenticator.counted(11)))).isEqualTo("begun");
    }

    @Test
    void finish_challengeOfAnotherPurpose_isRefused() {
        PasskeyCeremony registration = done(here.secondFactors.setup().beginPasskey(ana.caller(), all.soon()));
        assertThat(answer(finish(registration.handle(), ana.authenticator.use(registration.options()))))
                .isEqualTo("refused");
        Secret login = pending(ana.logIn()).secret();
        PasskeyCeremony second =
                here.secondFactors.logins().beginPasskey(login, all.soon()).orElseThrow();
        assertThat(answer(finish(second.handle(), ana.authenticator.use(second.options()))))
                .isEqualTo("refused");
    }

    @Test
    void finish_afterFiveMinutes_isRefused() {
        PasskeyCeremony ceremony = here.secondFactors.passkeys().begin(all.soon());
        all.clock.advance(PasskeyChallenge.VALIDITY);
        assertThat(answer(finish(ceremony.handle(), ana.authenticator.use(ceremony.options()))))
                .isEqualTo("refused");
    }

    @Test
    void finish_accountDeactivatedOrPasskeyRemoved_isRefused() {
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        ben.addPasskey();
        done(here.secondFactors.own().removePasskey(ana.caller(), new PasskeyId(ana.authenticator.id()), all.soon()));
        assertThat(answer(ana.logInByPasskey(ana.authenticator))).isEqualTo("refused");
        done(here.accounts.change(
                AccountEnvironment.name("ben"), AccountChange.active(false), Actor.commandLine("fake"), all.soon()));
        assertThat(answer(ben.logInByPasskey(ben.authenticator))).isEqualTo("refused");
    }

    @Test
    void finish_passkeyThatItsAccountDoesNotName_isRefused() {
        var stored = all.stored("ana");
        all.accounts.update(
                stored.with(stored.secondFactors().without(new PasskeyId(ana.authenticator.id()))), all.soon());
        assertThat(all.passkeys.ofAccount(stored.id(), all.soon())).hasSize(1);
        assertThat(answer(ana.logInByPasskey(ana.authenticator))).isEqualTo("refused");
    }

    @Test
    void finish_guessersAtTheAccount_holdNobodyUp() {
        for (int source = 0; source < 120; source++) {
            here.sessions.logIn(new Login("ana", Secret.ofText("wrong"), SOURCE, Optional.empty()), all.soon());
        }
        assertThat(kind(ana.logIn())).startsWith("PT");
        assertThat(answer(ana.logInByPasskey(ana.authenticator))).isEqualTo("begun");
        assertThat(kind(ana.logIn())).as("the source is known now").isEqualTo("second factor");
    }

    @Test
    void finish_manyFailuresOfASource_turnItAwayButForAGoodOne() {
        for (int i = 0; i < 60; i++) {
            assertThat(answer(finish(Secret.ofText("none"), "{}"))).isEqualTo("refused");
        }
        assertThat(answer(finish(Secret.ofText("none"), "{}"))).isEqualTo("later");
        assertThat(answer(ana.logInByPasskey(ana.authenticator))).isEqualTo("begun");
    }

    @Test
    void continueByPasskey_afterThePassword_beginsASessionOfTwoFactors() {
        var waiting = pending(ana.logIn());
        assertThat(waiting.kinds()).contains(SecondFactorKind.PASSKEY);
        SoftwareAuthenticator unknowing = ana.authenticator.verifying(false);
        BegunSession begun = begun(ana.continueByPasskey(waiting.secret(), unknowing));
        assertThat(begun.caller().session().orElseThrow().methods())
                .containsExactlyInAnyOrder(
                        AuthenticationMethod.PASSWORD,
                        AuthenticationMethod.HARDWARE_KEY,
                        AuthenticationMethod.SEVERAL_FACTORS);
        BegunSession knowing = begun(ana.continueByPasskey(pending(ana.logIn()).secret(), unknowing.verifying(true)));
        assertThat(knowing.caller().session().orElseThrow().methods())
                .contains(AuthenticationMethod.USER_VERIFICATION, AuthenticationMethod.PASSWORD);
    }

    @Test
    void continueByPasskey_ofAnotherAccount_isRefused() {
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        ben.addPasskey();
        assertThat(kind(ana.continueByPasskey(pending(ana.logIn()).secret(), ben.authenticator)))
                .isEqualTo("second factor");
        Secret ofAna = pending(ana.logIn()).secret();
        PasskeyCeremony ofBen = here.secondFactors
                .logins()
                .beginPasskey(pending(ben.logIn()).secret(), all.soon())
                .orElseThrow();
        assertThat(kind(here.secondFactors
                        .logins()
                        .continueByPasskey(
                                ofAna,
                                ofBen.handle(),
                                ana.authenticator.use(ofBen.options()),
                                SOURCE,
                                Optional.empty(),
                                all.soon())))
                .as("a challenge that was put to another")
                .isEqualTo("second factor");
    }

    @Test
    void beginPasskey_accountWithoutOne_isEmpty() {
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        ben.addTotp();
        assertThat(here.secondFactors.logins().beginPasskey(pending(ben.logIn()).secret(), all.soon()))
                .isEmpty();
    }

    private CredentialResult<BegunSession> finish(Secret handle, String response) {
        return here.secondFactors.passkeys().finish(handle, response, SOURCE, Optional.empty(), all.soon());
    }

    private static BegunSession accepted(CredentialResult<BegunSession> result) {
        return result.fold(
                begun -> begun,
                () -> {
                    throw new AssertionError("refused");
                },
                pause -> {
                    throw new AssertionError("later");
                });
    }

    private static String answer(CredentialResult<BegunSession> result) {
        return result.fold(begun -> "begun", () -> "refused", pause -> "later");
    }
}
