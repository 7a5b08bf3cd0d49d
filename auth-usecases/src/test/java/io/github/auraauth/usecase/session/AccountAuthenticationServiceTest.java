package io.github.auraauth.usecase.session;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.granting;
import static io.github.auraauth.usecase.AccountEnvironment.permission;
import static io.github.auraauth.usecase.AccountEnvironment.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountAuthenticationServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");
    private static final Secret WRONG = Secret.ofText("not the password of anybody");
    private static final Duration EVERYWHERE = Duration.ofMillis(2_001);

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final AccountInstance elsewhere = all.instance();

    @Test
    void byToken_ofOne_isTheAccountWithItsRightsNow() {
        Group group = all.group("editors", "update_mediasource");
        Account ana = all.member("ana", group);
        IssuedToken token = token(ana, Optional.empty());
        assertThat(byToken(here, token.secret()).orElseThrow().rights().permissions())
                .isEqualTo(permissions("update_mediasource"));
        done(here.groups.change(group.name(), Optional.empty(), Optional.of(Set.of()), ROOT, all.soon()));
        assertThat(byToken(here, token.secret()).orElseThrow().rights().permissions())
                .isEmpty();
        all.clock.advance(EVERYWHERE);
        assertThat(byToken(elsewhere, token.secret()).orElseThrow().rights().permissions())
                .isEmpty();
    }

    @Test
    void byToken_restricted_carriesNoMoreThanItsOwnAndTheAccounts() {
        Account ana = all.account("ana", "view_account", "list_account");
        IssuedToken token = token(ana, Optional.of(permissions("view_account")));
        assertThat(byToken(here, token.secret()).orElseThrow().rights().permissions())
                .isEqualTo(permissions("view_account"));
        done(here.accounts.change(ana.username(), granting("list_account"), ROOT, all.soon()));
        assertThat(byToken(here, token.secret()).orElseThrow().rights().permissions())
                .isEmpty();
    }

    @Test
    void byToken_restrictedOfASuperuser_isNoSuperuser() {
        Account root = all.superuser("root");
        Caller caller = byToken(
                        here,
                        token(root, Optional.of(permissions("view_account"))).secret())
                .orElseThrow();
        assertThat(caller.rights().superuser()).isFalse();
        assertThat(caller.rights().staff()).isFalse();
        assertThat(caller.rights().has(permission("view_account"))).isTrue();
        assertThat(caller.rights().has(permission("list_account"))).isFalse();
    }

    @Test
    void byToken_revokedElsewhere_isRefusedThereAtOnceAndHereWithinTwoSeconds() {
        Account ana = all.account("ana");
        IssuedToken token = token(ana, Optional.empty());
        assertThat(byToken(here, token.secret())).isPresent();
        assertThat(byToken(elsewhere, token.secret())).isPresent();
        done(elsewhere.tokens.revoke(token.token().token().id(), actor(ana), all.soon()));
        assertThat(byToken(elsewhere, token.secret())).isEmpty();
        all.clock.advance(EVERYWHERE);
        assertThat(byToken(here, token.secret())).isEmpty();
    }

    @Test
    void everyCredential_ofADeactivatedAccount_isRefusedHereAtOnceAndElsewhereWithinTwoSeconds() {
        Account ana = all.account("ana");
        Secret token = token(ana, Optional.empty()).secret();
        Secret session = session("ana");
        for (AccountInstance instance : new AccountInstance[] {here, elsewhere}) {
            assertThat(byToken(instance, token)).isPresent();
            assertThat(bySession(instance, session)).isPresent();
            assertThat(byPassword(instance, "ana", PASSWORD)).isPresent();
        }
        done(here.accounts.change(ana.username(), AccountChange.active(false), ROOT, all.soon()));
        assertNoneIsGood(here, token, session);
        all.clock.advance(EVERYWHERE);
        assertNoneIsGood(elsewhere, token, session);
    }

    @Test
    void changePassword_rightOne_endsSessionsAndTheOldOneHereAtOnceAndElsewhereWithinTwoSeconds() {
        Account ana = all.account("ana");
        Secret session = session("ana");
        assertThat(byPassword(here, "ana", PASSWORD)).isPresent();
        assertThat(byPassword(elsewhere, "ana", PASSWORD)).isPresent();
        assertThat(bySession(elsewhere, session)).isPresent();
        Secret next = Secret.ofText("sixteen herons on the shore");
        Caller caller = bySession(here, session).orElseThrow();
        done(here.own.changePassword(caller, PASSWORD, next, SOURCE, all.soon()));
        assertThat(bySession(here, session)).isEmpty();
        assertThat(byPassword(here, "ana", PASSWORD)).isEmpty();
        all.clock.advance(EVERYWHERE);
        assertThat(bySession(elsewhere, session)).isEmpty();
        assertThat(byPassword(elsewhere, "ana", PASSWORD)).isEmpty();
        assertThat(byPassword(elsewhere, "ana", next)).isPresent();
        assertThat(all.stored("ana").id()).isEqualTo(ana.id());
    }

    @Test
    void byPassword_again_isNotHashedForAMinute() {
        all.account("ana");
        for (int call = 0; call < 5; call++) {
            assertThat(byPassword(here, "ana", PASSWORD)).isPresent();
        }
        assertThat(all.hasher.verified).hasValue(1);
        all.clock.advance(Duration.ofSeconds(61));
        assertThat(byPassword(here, "ana", PASSWORD)).isPresent();
        assertThat(all.hasher.verified).hasValue(2);
    }

    @Test
    void byPassword_unknownName_costsWhatAWrongPasswordCosts() {
        all.account("ana");
        assertThat(byPassword(here, "nobody", WRONG)).isEmpty();
        assertThat(byPassword(here, "no name/at all", WRONG)).isEmpty();
        assertThat(all.hasher.wasted).hasValue(2);
        assertThat(byPassword(here, "ana", WRONG)).isEmpty();
        assertThat(all.hasher.verified).hasValue(1);
    }

    @Test
    void byPassword_deactivatedOrWithoutPassword_isRefusedAlike() {
        Account ana = all.account("ana");
        done(here.accounts.change(ana.username(), AccountChange.active(false), ROOT, all.soon()));
        done(here.accounts.create(AccountEnvironment.name("ben"), AccountChange.NONE, ROOT, all.soon()));
        assertThat(byPassword(here, "ana", PASSWORD)).isEmpty();
        assertThat(byPassword(here, "ben", PASSWORD)).isEmpty();
        assertThat(all.hasher.wasted).hasValue(2);
    }

    @Test
    void byPassword_staffOutsideDevelopment_isRefused() {
        all.staff("boss");
        all.account("ana");
        assertThat(here.strictAuthentication
                        .byPassword("boss", PASSWORD, SOURCE, all.soon())
                        .fold(x -> "in", () -> "refused", x -> "later"))
                .isEqualTo("refused");
        assertThat(here.strictAuthentication
                        .byPassword("ana", PASSWORD, SOURCE, all.soon())
                        .fold(x -> "in", () -> "refused", x -> "later"))
                .isEqualTo("in");
    }

    @Test
    void byToken_manyBadOnes_closeTheSourceToBadOnesOnly() {
        Secret good = token(all.account("ana"), Optional.empty()).secret();
        CredentialResult<Caller> last = null;
        for (int call = 0; call <= 60; call++) {
            last = here.authentication.byToken(Secret.ofText("aurt_guess" + call), SOURCE, all.soon());
        }
        assertThat(last.<String>fold(x -> "in", () -> "refused", x -> "later")).isEqualTo("later");
        assertThat(byToken(here, good)).isPresent();
    }

    @Test
    void byToken_expired_isRefused() {
        Account ana = all.account("ana");
        NewToken wanted = new NewToken(
                new AuthTokenName("t"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(all.clock.instant().plusSeconds(1)));
        Secret secret = done(here.tokens.create(wanted, actor(ana), all.soon())).secret();
        assertThat(byToken(here, secret)).isPresent();
        all.clock.advance(Duration.ofSeconds(1));
        assertThat(byToken(here, secret)).isEmpty();
    }

    @Test
    void bySession_idleOrOld_ends_andUseKeepsIt() {
        all.account("ana");
        Secret idle = session("ana");
        Secret used = session("ana");
        for (int hours = 0; hours < 4; hours++) {
            all.clock.advance(Duration.ofMinutes(59));
            assertThat(bySession(here, used)).isPresent();
        }
        assertThat(bySession(here, idle)).isEmpty();
        for (int hours = 0; hours < 14 * 24; hours++) {
            all.clock.advance(Duration.ofMinutes(60));
            bySession(here, used);
        }
        assertThat(bySession(here, used)).isEmpty();
    }

    @Test
    void bySession_ofOneWhoBecameStaff_endsAsThatOfStaffDoes() {
        Account ana = all.account("ana");
        Secret session = session("ana");
        all.clock.advance(Duration.ofMinutes(90));
        assertThat(bySession(here, session)).isPresent();
        var staff = AccountEnvironment.giving(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
        done(here.accounts.change(ana.username(), staff, ROOT, all.soon()));
        assertThat(bySession(here, session)).isPresent();
        all.clock.advance(Duration.ofMinutes(61));
        assertThat(bySession(here, session)).isEmpty();
    }

    private void assertNoneIsGood(AccountInstance instance, Secret token, Secret session) {
        assertThat(byToken(instance, token)).isEmpty();
        assertThat(bySession(instance, session)).isEmpty();
        assertThat(byPassword(instance, "ana", PASSWORD)).isEmpty();
    }

    private IssuedToken token(Account account, Optional<Set<Permission>> carried) {
        NewToken wanted =
                new NewToken(new AuthTokenName("t"), Optional.of(account.username()), carried, Optional.empty());
        return done(here.tokens.create(wanted, ROOT, all.soon()));
    }

    private Secret session(String name) {
        return here.sessions
                .logIn(new Login(name, PASSWORD, SOURCE, Optional.empty()), all.soon())
                .fold(
                        begun -> begun.secret(),
                        pending -> {
                            throw new AssertionError("a second factor is needed");
                        },
                        () -> {
                            throw new AssertionError("refused");
                        },
                        pause -> {
                            throw new AssertionError("later");
                        });
    }

    private Optional<Caller> byToken(AccountInstance instance, Secret secret) {
        return caller(instance.authentication.byToken(secret, SOURCE, all.soon()));
    }

    private Optional<Caller> bySession(AccountInstance instance, Secret secret) {
        return caller(instance.authentication.bySession(secret, all.soon()));
    }

    private Optional<Caller> byPassword(AccountInstance instance, String name, Secret password) {
        return caller(instance.authentication.byPassword(name, password, SOURCE, all.soon()));
    }

    private static Optional<Caller> caller(CredentialResult<Caller> result) {
        return result.fold(Optional::of, Optional::empty, pause -> Optional.empty());
    }
}
