package io.github.auraauth.usecase.account;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.name;
import static io.github.auraauth.usecase.AccountEnvironment.promoting;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");
    private static final Secret NEXT = Secret.ofText("sixteen herons on the shore");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();

    @Test
    void accept_once_setsThePassword_andNeverAgain() {
        Secret invitation = invited();
        assertThat(done(here.invitations.accept(invitation, PASSWORD, all.soon())))
                .isEqualTo(name("ana"));
        assertThat(all.stored("ana").password()).contains(all.hasher.hash(PASSWORD));
        assertThat(refusal(here.invitations.accept(invitation, NEXT, all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(here.invitations.find(invitation, all.soon())).isEmpty();
    }

    @Test
    void accept_atOnce_oneSetsIt() {
        Secret invitation = invited();
        List<Boolean> set = Race.of(number -> here.invitations
                .accept(invitation, Secret.ofText("password number of the caller " + number), all.soon())
                .fold(who -> true, refusal -> false));
        assertThat(set).containsOnlyOnce(true);
    }

    @Test
    void accept_passwordThatIsNotTaken_leavesTheInvitationGood() {
        Secret invitation = invited();
        assertThat(refusal(here.invitations.accept(invitation, Secret.ofText("short"), all.soon())))
                .isEqualTo(Refusal.of(Reason.PASSWORD_TOO_SHORT, "new_password"));
        assertThat(here.invitations.find(invitation, all.soon())).contains(name("ana"));
    }

    @Test
    void accept_endedOrOfADeactivatedAccountOrOvertaken_isNone() {
        Secret ended = invited();
        all.clock.advance(Duration.ofHours(24));
        assertThat(here.invitations.find(ended, all.soon())).isEmpty();
        Secret first = done(here.accounts.invite(name("ana"), ROOT, all.soon()));
        Secret second = done(here.accounts.invite(name("ana"), ROOT, all.soon()));
        done(here.invitations.accept(second, NEXT, all.soon()));
        assertThat(refusal(here.invitations.accept(first, PASSWORD, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        Secret third = done(here.accounts.invite(name("ana"), ROOT, all.soon()));
        done(here.accounts.change(name("ana"), AccountChange.active(false), ROOT, all.soon()));
        assertThat(here.invitations.find(third, all.soon())).isEmpty();
        assertThat(refusal(here.accounts.invite(name("ana"), ROOT, all.soon())).reason())
                .isEqualTo(Reason.NOT_ACTIVE);
    }

    @Test
    void accept_accountThatWasGivenMoreThanTheGiverHad_isNone() {
        Account manager = all.account("manager", "update_account", "view_account");
        all.account("ana", "view_account");
        Secret early = done(here.accounts.invite(name("ana"), actor(manager), all.soon()));
        Secret ofRoot = done(here.accounts.invite(name("ana"), ROOT, all.soon()));
        all.superuser("other");
        done(here.accounts.change(name("ana"), promoting(true), ROOT, all.soon()));
        assertThat(here.invitations.find(early, all.soon())).isEmpty();
        assertThat(refusal(here.invitations.accept(early, PASSWORD, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        done(here.invitations.accept(ofRoot, PASSWORD, all.soon()));
    }

    @Test
    void accept_accountThatIsGivenMoreWhileThePasswordIsHashed_setsNone() {
        Account manager = all.account("manager", "update_account");
        Account ana = all.account("ana");
        Secret invitation = done(here.accounts.invite(name("ana"), actor(manager), all.soon()));
        all.hasher.beforeHash = () -> all.roster.add(ana.id(), all.soon());
        assertThat(refusal(here.invitations.accept(invitation, NEXT, all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(all.stored("ana").password()).isEqualTo(ana.password());
    }

    @Test
    void makeAdministrator_onceOnly_byWhateverInstance() {
        here.bootstrap.prepare(all.soon());
        List<Boolean> made = Race.of(
                4, number -> done(all.instance().bootstrap.makeAdministrator(name("boss"), PASSWORD, all.soon())));
        assertThat(made).contains(true);
        assertThat(all.roster.members(all.soon()))
                .containsExactly(all.stored("boss").id());
        assertThat(done(here.bootstrap.makeAdministrator(name("boss"), NEXT, all.soon())))
                .isFalse();
        assertThat(done(here.bootstrap.makeAdministrator(name("other"), NEXT, all.soon())))
                .isFalse();
        assertThat(all.stored("boss").password()).contains(all.hasher.hash(PASSWORD));
        assertThat(all.accounts.findByUsername(name("other"), all.soon())).isEmpty();
    }

    @Test
    void makeAdministrator_nameOfSomebodyWhoUsesIt_isRefused() {
        all.account("boss");
        assertThat(refusal(here.bootstrap.makeAdministrator(name("boss"), PASSWORD, all.soon())))
                .isEqualTo(Refusal.of(Reason.TAKEN, "username"));
        assertThat(all.roster.members(all.soon())).isEmpty();
    }

    @Test
    void prepare_firstTime_makesGroups_laterLeavesThemGone() {
        AccountEnvironment fresh = new AccountEnvironment();
        fresh.permissions
                .all(fresh.soon())
                .forEach(known -> fresh.permissions.delete(known.permission(), fresh.soon()));
        AccountInstance first = fresh.instance();
        first.bootstrap.prepare(fresh.soon());
        assertThat(fresh.groups.page(Keyset.first(), 10, fresh.soon()))
                .extracting(group -> group.name().value())
                .containsExactly("Host", "Host+", "Program Manager");
        fresh.groups
                .page(Keyset.first(), 10, fresh.soon())
                .forEach(group -> fresh.groups.delete(group.id(), fresh.soon()));
        first.bootstrap.prepare(fresh.soon());
        assertThat(fresh.groups.page(Keyset.first(), 10, fresh.soon())).isEmpty();
    }

    private Secret invited() {
        return here.accounts
                .create(name("ana"), AccountChange.NONE, ROOT, all.soon())
                .fold(made -> Optional.of(made.invitation()), refusal -> Optional.<Secret>empty())
                .orElseThrow();
    }
}
