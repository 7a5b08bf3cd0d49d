package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static io.github.auraauth.usecase.SecondFactorUser.kind;
import static io.github.auraauth.usecase.SecondFactorUser.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors.Overview;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.FinishedSetup;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.PendingTotp;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import io.github.auraauth.usecase.SecondFactorUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorSetupTest {
    private static final Actor ROOT = Actor.commandLine("fake");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final AccountInstance production = all.instance(new SecondFactorPolicy(true, false));
    private final SecondFactorUser ana = new SecondFactorUser("ana", all, here);

    @BeforeEach
    void setUp() {
        all.account("ana");
        ana.loggedIn();
    }

    @Test
    void beginTotp_notConfirmed_countsForNothing() {
        PendingTotp pending = done(here.secondFactors.setup().beginTotp(ana.caller(), all.soon()));
        assertThat(text(pending.secret())).matches("[A-Z2-7]{32}");
        assertThat(text(pending.uri()))
                .startsWith("otpauth://totp/login.example.org:ana?secret=" + text(pending.secret()));
        assertThat(pending.code().size()).isGreaterThan(20);
        assertThat(done(here.secondFactors.own().show(ana.caller(), all.soon())).any())
                .isFalse();
        assertThat(kind(ana.logIn())).isEqualTo("begun");
    }

    @Test
    void confirmTotp_first_givesCodesAndASessionAndEndsTheOthers() {
        Secret elsewhere = SecondFactorUser.begun(
                        here.sessions.logIn(new Login("ana", PASSWORD, SOURCE, Optional.empty()), all.soon()))
                .secret();
        Secret before = ana.session;
        Caller caller = ana.caller();
        FinishedSetup finished = ana.addTotp();
        assertThat(finished.recoveryCodes()).hasSize(10);
        assertThat(ana.isGood(before)).isFalse();
        assertThat(ana.isGood(elsewhere)).isFalse();
        assertThat(ana.caller().sessionId()).isEqualTo(caller.sessionId());
        assertThat(ana.caller().session().orElseThrow().begunAt())
                .isEqualTo(caller.session().orElseThrow().begunAt());
        assertThat(ana.caller().session().orElseThrow().methods())
                .containsExactlyInAnyOrder(
                        AuthenticationMethod.PASSWORD,
                        AuthenticationMethod.ONE_TIME_CODE,
                        AuthenticationMethod.SEVERAL_FACTORS);
        assertThat(here.own.sessions(ana.caller(), all.soon())).hasSize(1);
        assertThat(kind(ana.logIn())).isEqualTo("second factor");
    }

    @Test
    void confirmTotp_codeThatConfirmed_isUsed() {
        ana.addTotp();
        assertThat(kind(ana.logIn(Optional.of(ana.code())))).isEqualTo("second factor");
    }

    @Test
    void confirmTotp_wrongCodeOrNothingBegun_isRefused() {
        assertThat(confirm(Secret.ofText("123456"))).isEqualTo(Reason.ABSENT);
        done(here.secondFactors.setup().beginTotp(ana.caller(), all.soon()));
        Secret secret = all.stored("ana").secondFactors().pending().orElseThrow();
        String right = Totp.code(secret, Totp.step(all.clock.instant()));
        assertThat(confirm(Secret.ofText(right.equals("123456") ? "654321" : "123456")))
                .isEqualTo(Reason.WRONG_CODE);
        done(here.secondFactors.setup().beginTotp(ana.caller(), all.soon()));
        assertThat(confirm(Secret.ofText(right))).as("of the secret before").isEqualTo(Reason.WRONG_CODE);
        assertThat(ana.isLoggedIn()).isTrue();
    }

    @Test
    void confirmTotp_twiceAtOnce_addsOneAndGivesCodesOnce() {
        done(here.secondFactors.setup().beginTotp(ana.caller(), all.soon()));
        Secret secret = all.stored("ana").secondFactors().pending().orElseThrow();
        Secret code = Secret.ofText(Totp.code(secret, Totp.step(all.clock.instant())));
        Caller caller = ana.caller();
        List<String> outcomes = Race.of(i -> here.secondFactors
                .setup()
                .confirmTotp(caller, ana.session, code, all.soon())
                .fold(
                        finished -> "codes " + finished.recoveryCodes().size(),
                        refusal -> refusal.reason().name()));
        assertThat(outcomes).containsOnlyOnce("codes 10");
        assertThat(all.stored("ana").secondFactors().recoveryCodes()).hasSize(10);
    }

    @Test
    void addPasskey_second_givesNoCodesAndEndsNothing() {
        ana.addTotp();
        all.clock.advance(Totp.STEP);
        Secret other = SecondFactorUser.begun(here.sessions.logIn(
                        new Login("ana", PASSWORD, Optional.of(ana.code()), SOURCE, Optional.empty()), all.soon()))
                .secret();
        FinishedSetup finished = ana.addPasskey();
        assertThat(finished.recoveryCodes()).isEmpty();
        assertThat(ana.isGood(other)).isTrue();
        assertThat(ana.caller().session().orElseThrow().methods())
                .contains(AuthenticationMethod.USER_VERIFICATION, AuthenticationMethod.SEVERAL_FACTORS);
        Overview overview = done(here.secondFactors.own().show(ana.caller(), all.soon()));
        assertThat(overview.passkeys()).hasSize(1);
        assertThat(overview.totpAddedAt()).isPresent();
        assertThat(overview.recoveryCodes()).isEqualTo(10);
    }

    @Test
    void finishPasskey_challengeOfAnotherOrUsed_isRefused() {
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        PasskeyCeremony ofBen = done(here.secondFactors.setup().beginPasskey(ben.caller(), all.soon()));
        assertThat(finish(ana, ofBen, ana.authenticator.create(ofBen.options())))
                .isEqualTo(Reason.ABSENT);
        PasskeyCeremony ceremony = done(here.secondFactors.setup().beginPasskey(ana.caller(), all.soon()));
        assertThat(finish(ana, ceremony, "{}")).isEqualTo(Reason.PASSKEY_REFUSED);
        assertThat(finish(ana, ceremony, ana.authenticator.create(ceremony.options())))
                .isEqualTo(Reason.ABSENT);
        assertThat(all.stored("ana").secondFactors().any()).isFalse();
        assertThat(all.stored("ben").secondFactors().any()).isFalse();
    }

    @Test
    void finishPasskey_thatIsThereAlready_isTaken() {
        ana.addPasskey();
        all.account("ben");
        SecondFactorUser ben = new SecondFactorUser("ben", all, here).loggedIn();
        PasskeyCeremony ceremony = done(here.secondFactors.setup().beginPasskey(ben.caller(), all.soon()));
        assertThat(finish(ben, ceremony, ana.authenticator.create(ceremony.options())))
                .isEqualTo(Reason.TAKEN);
        assertThat(all.stored("ben").secondFactors().any()).isFalse();
        assertThat(all.passkeys.ofAccount(all.stored("ana").id(), all.soon())).hasSize(1);
    }

    @Test
    void anyChange_authenticatedTooLongAgoOrByOtherCredentials_isRefused() {
        ana.addTotp();
        Caller byPassword = Caller.of(
                all.stored("ana").id(), AccountEnvironment.name("ana"), Rights.NONE, Caller.Credential.PASSWORD);
        Caller byToken =
                Caller.of(all.stored("ana").id(), AccountEnvironment.name("ana"), Rights.NONE, Caller.Credential.TOKEN);
        changes(byPassword).forEach(reason -> assertThat(reason).isEqualTo(Reason.FORBIDDEN));
        changes(byToken).forEach(reason -> assertThat(reason).isEqualTo(Reason.FORBIDDEN));
        all.clock.advance(Actor.RECENT);
        changes(ana.caller()).forEach(reason -> assertThat(reason).isEqualTo(Reason.REAUTHENTICATION_REQUIRED));
        assertThat(refusal(here.own.changePassword(
                                ana.caller(), PASSWORD, Secret.ofText("twelve herons"), SOURCE, all.soon()))
                        .reason())
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(done(here.secondFactors.own().show(ana.caller(), all.soon())).any())
                .isTrue();
    }

    @Test
    void logInAgain_sameBrowser_isLatelyAgain() {
        ana.addTotp();
        all.clock.advance(Actor.RECENT);
        ana.session = SecondFactorUser.begun(ana.logIn(Optional.of(ana.code()))).secret();
        assertThat(done(here.secondFactors.own().renewRecoveryCodes(ana.caller(), all.soon())))
                .hasSize(10);
    }

    @Test
    void renewRecoveryCodes_tenNewOnes_theOldAreGoodNoMore() {
        assertThat(refusal(here.secondFactors.own().renewRecoveryCodes(ana.caller(), all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        Secret old = ana.addTotp().recoveryCodes().get(0);
        Secret next = done(here.secondFactors.own().renewRecoveryCodes(ana.caller(), all.soon()))
                .get(0);
        Secret login = pending(ana.logIn()).secret();
        assertThat(kind(ana.continueByCode(login, old))).isEqualTo("second factor");
        assertThat(kind(ana.continueByCode(login, next))).isEqualTo("begun");
    }

    @Test
    void remove_lastFactor_isFreeForOthersAndRefusedToStaffWhereItIsRequired() {
        ana.addTotp();
        Overview left = done(here.secondFactors.own().removeTotp(ana.caller(), all.soon()));
        assertThat(left.any()).isFalse();
        assertThat(left.recoveryCodes()).isZero();
        assertThat(kind(ana.logIn())).isEqualTo("begun");
        all.staff("sam");
        SecondFactorUser sam = new SecondFactorUser("sam", all, production).loggedIn();
        sam.addTotp();
        sam.addPasskey();
        done(production
                .secondFactors
                .own()
                .removePasskey(sam.caller(), new PasskeyId(sam.authenticator.id()), all.soon()));
        assertThat(refusal(production.secondFactors.own().removeTotp(sam.caller(), all.soon()))
                        .reason())
                .isEqualTo(Reason.LAST_SECOND_FACTOR);
        assertThat(done(production.secondFactors.own().show(sam.caller(), all.soon()))
                        .isRequired())
                .isTrue();
        assertThat(refusal(production
                                .secondFactors
                                .own()
                                .removePasskey(sam.caller(), new PasskeyId("bm9uZQ"), all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(all.passkeys.ofAccount(all.stored("sam").id(), all.soon())).isEmpty();
    }

    @Test
    void bySession_staffWhereItIsRequired_mayOnlySetOneUp() {
        all.staff("sam");
        SecondFactorUser sam = new SecondFactorUser("sam", all, production).loggedIn();
        assertThat(sam.caller().access()).isEqualTo(Access.SECOND_FACTOR_SETUP);
        assertThat(production.authenticator.findFull(sam.session, all.soon())).isEmpty();
        assertThat(here.authenticator.findFull(sam.session, all.soon()))
                .as("in development")
                .isPresent();
        assertThat(sam.addPasskey().session().caller().access()).isEqualTo(Access.FULL);
        assertThat(sam.caller().access()).isEqualTo(Access.FULL);
        assertThat(production.authenticator.findFull(sam.session, all.soon())).isPresent();
    }

    @Test
    void bySession_begunElsewhereAMomentAgo_isGoodHereAtOnce() {
        assertThat(production
                        .authentication
                        .bySession(ana.session, all.soon())
                        .fold(caller -> true, () -> false, pause -> false))
                .isTrue();
        ana.addTotp();
        assertThat(production
                        .authentication
                        .bySession(ana.session, all.soon())
                        .fold(caller -> true, () -> false, pause -> false))
                .isTrue();
    }

    @Test
    void bySession_oneFactorOfAnAccountThatHasAnother_isNone() {
        Account stored = all.stored("ana");
        // as if the epoch had not risen
        all.accounts.update(
                new Account(
                        stored.id(),
                        stored.revision(),
                        stored.username(),
                        stored.profile(),
                        stored.state(),
                        stored.rights(),
                        stored.password(),
                        stored.epoch(),
                        stored.lastLogin(),
                        stored.origin(),
                        stored.secondFactors().with(new PasskeyId("a2V5"))),
                all.soon());
        all.clock.advance(Duration.ofSeconds(2));
        assertThat(ana.isLoggedIn()).isFalse();
    }

    @Test
    void byPassword_accountWithAFactorOutsideDevelopment_isRefused() {
        assertThat(isGood(here)).isTrue();
        assertThat(isGood(production)).isTrue();
        ana.addTotp();
        all.clock.advance(Duration.ofSeconds(61));
        assertThat(isGood(here)).isTrue();
        assertThat(isGood(production)).isFalse();
    }

    @Test
    void fault_shorterPassword_isTakenBesideASecondFactor() {
        Secret shorter = Secret.ofText("twelve heron");
        assertThat(refusal(here.own.changePassword(ana.caller(), PASSWORD, shorter, SOURCE, all.soon())))
                .isEqualTo(Refusal.of(Reason.PASSWORD_TOO_SHORT, "new_password"));
        ana.addTotp();
        done(here.own.changePassword(ana.caller(), PASSWORD, shorter, SOURCE, all.soon()));
    }

    @Test
    void reset_bySomebodyElse_takesAllAwayAndTellsTheOwner() {
        ana.addTotp();
        ana.addPasskey();
        Secret waiting = pending(ana.logIn()).secret();
        done(here.secondFactors.administration().reset(AccountEnvironment.name("ana"), ROOT, all.soon()));
        assertThat(ana.isLoggedIn()).isFalse();
        assertThat(kind(ana.continueByCode(waiting, Secret.ofText("123456")))).isEqualTo("refused");
        assertThat(all.passkeys.ofAccount(all.stored("ana").id(), all.soon())).isEmpty();
        assertThat(ana.logInByPasskey(ana.authenticator).fold(x -> true, () -> false, x -> false))
                .isFalse();
        ana.loggedIn();
        assertThat(done(here.secondFactors.own().show(ana.caller(), all.soon())).resetAt())
                .isPresent();
        here.secondFactors.own().acknowledgeReset(ana.caller(), all.soon());
        assertThat(done(here.secondFactors.own().show(ana.caller(), all.soon())).resetAt())
                .isEmpty();
        assertThat(ana.isLoggedIn()).isTrue();
        assertThat(all.activity.page(Optional.empty(), Keyset.first(), 100, all.soon()).stream()
                        .filter(activity -> activity.event() == Activity.Event.FACTOR_RESET)
                        .map(Activity::actor))
                .containsExactly("cli:fake");
    }

    @Test
    void reset_whoMayNotOrNothingThere_isRefused() {
        ana.addTotp();
        Account ben = all.superuser("ben");
        Account cleo = all.staff("cleo", "update_account", "view_account");
        Actor superuser = Actor.of(ben.id(), Rights.ALL);
        assertThat(reset("ana", AccountEnvironment.actor(cleo))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reset("ben", superuser)).isEqualTo(Reason.FORBIDDEN);
        assertThat(reset("cleo", superuser)).isEqualTo(Reason.ABSENT);
        assertThat(reset("nobody", superuser)).isEqualTo(Reason.ABSENT);
        assertThat(reset("ana", superuser.authenticatedAt(all.clock.instant().minus(Actor.RECENT))))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(ana.isLoggedIn()).isTrue();
    }

    @Test
    void delete_account_takesItsPasskeysAlong() {
        ana.addPasskey();
        pending(ana.logIn());
        Account stored = all.stored("ana");
        done(here.accounts.delete(AccountEnvironment.name("ana"), ROOT, all.soon()));
        assertThat(all.passkeys.ofAccount(stored.id(), all.soon())).isEmpty();
        assertThat(all.passkeys.find(new PasskeyId(ana.authenticator.id()), all.soon()))
                .isEmpty();
    }

    private Reason reset(String name, Actor actor) {
        return refusal(here.secondFactors.administration().reset(AccountEnvironment.name(name), actor, all.soon()))
                .reason();
    }

    private boolean isGood(AccountInstance instance) {
        return instance.authentication
                .byPassword("ana", PASSWORD, SOURCE, all.soon())
                .fold(caller -> true, () -> false, pause -> false);
    }

    private Stream<Reason> changes(Caller caller) {
        Secret any = Secret.ofText("123456");
        return Stream.<Outcome<?>>of(
                        here.secondFactors.setup().beginTotp(caller, all.soon()),
                        here.secondFactors.setup().confirmTotp(caller, ana.session, any, all.soon()),
                        here.secondFactors.setup().beginPasskey(caller, all.soon()),
                        here.secondFactors
                                .setup()
                                .finishPasskey(caller, ana.session, any, new PasskeyName("a"), "{}", all.soon()),
                        here.secondFactors.own().removeTotp(caller, all.soon()),
                        here.secondFactors.own().removePasskey(caller, new PasskeyId("a2V5"), all.soon()),
                        here.secondFactors.own().renewRecoveryCodes(caller, all.soon()))
                .map(outcome -> refusal(outcome).reason());
    }

    private Reason confirm(Secret code) {
        return refusal(here.secondFactors.setup().confirmTotp(ana.caller(), ana.session, code, all.soon()))
                .reason();
    }

    private Reason finish(SecondFactorUser user, PasskeyCeremony ceremony, String response) {
        return refusal(here.secondFactors
                        .setup()
                        .finishPasskey(
                                user.caller(),
                                user.session,
                                ceremony.handle(),
                                new PasskeyName("a key"),
                                response,
                                all.soon()))
                .reason();
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.US_ASCII);
    }
}
