package io.github.auraauth.usecase.account;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.email;
import static io.github.auraauth.usecase.AccountEnvironment.entering;
import static io.github.auraauth.usecase.AccountEnvironment.giving;
import static io.github.auraauth.usecase.AccountEnvironment.granting;
import static io.github.auraauth.usecase.AccountEnvironment.name;
import static io.github.auraauth.usecase.AccountEnvironment.permissions;
import static io.github.auraauth.usecase.AccountEnvironment.promoting;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.in.account.Accounts.Filter;
import io.github.auraauth.port.in.account.Accounts.InvitedAccount;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();

    @Test
    void list_withoutThePermission_isOnesOwnAlone() {
        Account ana = all.account("ana");
        all.account("ben");
        Page<AccountDetails> page = done(here.accounts.list(Filter.ALL, PageRequest.first(10), actor(ana), all.soon()));
        assertThat(page.results()).extracting(details -> details.account().id()).containsExactly(ana.id());
    }

    @Test
    void list_withThePermission_isAll_pageByPageBothWays() {
        Account lister = all.account("lister", "list_account");
        List.of("a", "b", "c", "d").forEach(all::account);
        Page<AccountDetails> first = page(lister, Optional.empty());
        Page<AccountDetails> second = page(lister, first.next());
        Page<AccountDetails> third = page(lister, second.next());
        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("c", "d");
        assertThat(names(third)).containsExactly("lister");
        assertThat(third.next()).isEmpty();
        assertThat(first.previous()).isEmpty();
        assertThat(names(page(lister, third.previous()))).containsExactly("c", "d");
        assertThat(names(page(lister, second.previous()))).containsExactly("a", "b");
    }

    @Test
    void list_cursorOfNobody_isRefusedByName() {
        Account lister = all.account("lister", "list_account");
        for (String cursor : List.of("", "x", "%%%", "KyA", "Kw")) {
            Outcome<?> outcome = here.accounts.list(
                    Filter.ALL, new PageRequest(Optional.of(cursor), 2, false), actor(lister), all.soon());
            assertThat(refusal(outcome)).isEqualTo(Refusal.of(Reason.UNKNOWN, "cursor"));
        }
    }

    @Test
    void find_somebodyElse_isRefusedAlikeWhetherThereOrNot() {
        Account ana = all.account("ana");
        all.account("ben");
        assertThat(here.accounts.find(name("ben"), actor(ana), all.soon()))
                .isEqualTo(here.accounts.find(name("nobody"), actor(ana), all.soon()))
                .isEqualTo(Outcome.refused(Reason.ABSENT));
    }

    @Test
    void change_somebodyElseWithoutThePermission_isRefusedAlikeWhetherThereOrNot() {
        Account ana = all.account("ana");
        all.account("ben");
        assertThat(here.accounts.change(name("ben"), email("x@example.org"), actor(ana), all.soon()))
                .isEqualTo(here.accounts.change(name("nobody"), email("x@example.org"), actor(ana), all.soon()))
                .isEqualTo(Outcome.refused(Reason.FORBIDDEN));
    }

    @Test
    void change_ownFieldsThatOnlyOthersSet_isRefusedByTheField() {
        Account ana = all.account("ana");
        assertThat(refusal(change(ana, ana, promoting(true)))).isEqualTo(Refusal.of(Reason.FORBIDDEN, "is_superuser"));
        assertThat(refusal(change(ana, ana, granting()))).isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        assertThat(refusal(change(ana, ana, entering()))).isEqualTo(Refusal.of(Reason.FORBIDDEN, "groups"));
        assertThat(refusal(change(ana, ana, AccountChange.active(false))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "is_active"));
        assertThat(done(change(ana, ana, email("ana@example.org")))
                        .account()
                        .profile()
                        .email())
                .isPresent();
    }

    @Test
    void change_permissionsBeyondOnesOwn_areNeitherGivenNorTaken() {
        Account manager = all.account("manager", "update_account", "view_account");
        Account ana = all.account("ana", "view_account");
        assertThat(refusal(change(manager, ana, granting("view_account", "list_account"))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        assertThat(done(change(manager, ana, granting())).account().rights().permissions())
                .isEmpty();
        assertThat(done(change(manager, ana, granting("view_account"))).effective())
                .isEqualTo(permissions("view_account"));
    }

    @Test
    void change_ofSomebodyWithMore_isRefusedWhateverItIs() {
        Account manager = all.account("manager", "update_account");
        Account more = all.account("more", "list_token");
        Account staff = all.staff("staff");
        Account root = all.superuser("root");
        for (Account target : List.of(more, staff, root)) {
            assertThat(refusal(change(manager, target, email("mine@example.org")))
                            .reason())
                    .isEqualTo(Reason.FORBIDDEN);
            assertThat(refusal(change(manager, target, AccountChange.active(false)))
                            .reason())
                    .isEqualTo(Reason.FORBIDDEN);
            assertThat(refusal(here.accounts.invite(target.username(), actor(manager), all.soon()))
                            .reason())
                    .isEqualTo(Reason.FORBIDDEN);
        }
    }

    @Test
    void change_intoAGroupWithMore_isRefused() {
        Account manager = all.account("manager", "update_account");
        all.group("editors", "list_token");
        all.group("readers");
        assertThat(refusal(change(manager, manager, entering("editors"))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "groups"));
        assertThat(done(change(manager, manager, entering("readers"))).groups()).hasSize(1);
        assertThat(refusal(change(manager, manager, entering("nowhere"))))
                .isEqualTo(Refusal.of(Reason.UNKNOWN, "groups"));
    }

    @Test
    void change_staffOrSuperuserByOneWhoIsNot_isRefused() {
        Account manager = all.account("manager", "update_account");
        Account staff = all.staff("staff", "update_account");
        Account ana = all.account("ana");
        AccountChange toStaff = giving(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(refusal(change(manager, ana, toStaff))).isEqualTo(Refusal.of(Reason.FORBIDDEN, "is_staff"));
        assertThat(done(change(staff, ana, toStaff)).rights().staff()).isTrue();
        assertThat(refusal(change(staff, ana, promoting(true))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "is_superuser"));
    }

    @Test
    void change_unknownPermission_isRefusedEvenToASuperuser() {
        Account ana = all.account("ana");
        assertThat(refusal(here.accounts.change(ana.username(), granting("fly_kite"), ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.UNKNOWN, "permissions"));
    }

    @Test
    void change_deactivationOfASuperuser_takesThemOutOfTheRoster() {
        Account root = all.superuser("root");
        all.superuser("other");
        done(here.accounts.change(root.username(), AccountChange.active(false), ROOT, all.soon()));
        assertThat(all.roster.members(all.soon())).doesNotContain(root.id());
        AccountDetails again =
                done(here.accounts.change(root.username(), AccountChange.active(true), ROOT, all.soon()));
        assertThat(again.rights().superuser()).isFalse();
        assertThat(again.account().epoch()).isEqualTo(1);
    }

    @Test
    void change_deactivation_endsEverySession_andSoDoesARepeatedOne() {
        Account ana = all.account("ana");
        begin(ana, "a");
        done(here.accounts.change(ana.username(), AccountChange.active(false), ROOT, all.soon()));
        assertThat(all.sessions.ofAccount(ana.id(), all.soon())).isEmpty();
        begin(ana, "b");
        done(here.accounts.change(ana.username(), AccountChange.active(false), ROOT, all.soon()));
        assertThat(all.sessions.ofAccount(ana.id(), all.soon())).isEmpty();
    }

    @Test
    void change_ofSomethingElseOrRefused_endsNoSession() {
        Account ana = all.account("ana");
        Account ben = all.account("ben");
        begin(ana, "a");
        done(here.accounts.change(ana.username(), email("a@example.org"), ROOT, all.soon()));
        done(here.accounts.change(ana.username(), AccountChange.active(true), ROOT, all.soon()));
        assertThat(refusal(change(ben, ana, AccountChange.active(false))).reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(all.sessions.ofAccount(ana.id(), all.soon())).hasSize(1);
    }

    @Test
    void change_deactivatedIntoASuperuser_isRefused() {
        Account ana = all.account("ana");
        done(here.accounts.change(ana.username(), AccountChange.active(false), ROOT, all.soon()));
        assertThat(refusal(here.accounts.change(ana.username(), promoting(true), ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.NOT_ACTIVE, "is_superuser"));
        assertThat(all.roster.members(all.soon())).isEmpty();
    }

    @Test
    void change_refusedDemotion_leavesTheRosterAsItWas() {
        Account root = all.superuser("root");
        Account other = all.superuser("other");
        Account manager = all.account("manager", "update_account");
        assertThat(refusal(change(manager, root, promoting(false))).reason()).isEqualTo(Reason.FORBIDDEN);
        AccountChange both = giving(
                Optional.empty(), Optional.of(false), Optional.of(Set.of(new GroupName("no"))), Optional.empty());
        assertThat(refusal(here.accounts.change(root.username(), both, ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(all.roster.members(all.soon())).containsExactlyInAnyOrder(root.id(), other.id());
    }

    @Test
    void lastSuperuser_whateverIsTried_stays() {
        Account root = all.superuser("root");
        assertThat(refusal(here.accounts.change(root.username(), promoting(false), ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.LAST_SUPERUSER);
        assertThat(refusal(here.accounts.change(root.username(), AccountChange.active(false), ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.LAST_SUPERUSER);
        assertThat(refusal(here.accounts.delete(root.username(), ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.LAST_SUPERUSER);
        assertThat(all.stored("root").isActive()).isTrue();
    }

    @Test
    void lastTwoSuperusers_removedAtOnceByTwoInstances_leaveOne() {
        for (int round = 0; round < 20; round++) {
            AccountEnvironment fresh = new AccountEnvironment();
            Account one = fresh.superuser("one");
            Account two = fresh.superuser("two");
            List<Account> both = List.of(one, two);
            List<AccountInstance> instances = List.of(fresh.instance(), fresh.instance());
            int kind = round % 3;
            Race.of(2, number -> {
                var username = both.get(number).username();
                var accounts = instances.get(number).accounts;
                return kind == 0
                        ? accounts.change(username, promoting(false), ROOT, fresh.soon())
                                .fold(x -> 1, x -> 0)
                        : kind == 1
                                ? accounts.change(username, AccountChange.active(false), ROOT, fresh.soon())
                                        .fold(x -> 1, x -> 0)
                                : accounts.delete(username, ROOT, fresh.soon()).fold(x -> 1, x -> 0);
            });
            assertThat(fresh.roster.members(fresh.soon())).hasSize(1);
            assertThat(fresh.roster.members(fresh.soon()))
                    .allSatisfy(id -> assertThat(fresh.accounts.find(id, fresh.soon()))
                            .hasValueSatisfying(
                                    left -> assertThat(left.isActive()).isTrue()));
        }
    }

    @Test
    void deactivation_promotedBetweenTheLookAtTheRosterAndItsEnd_leavesNoSuperuser() {
        all.superuser("root");
        Account ana = all.account("ana");
        all.group("any");
        Runnable promotion =
                () -> done(all.instance().accounts.change(ana.username(), promoting(true), ROOT, all.soon()));
        var changer = new AccountChanger(
                here.reader,
                new AccountWriter(all.accounts, here.reader),
                all.roster,
                beforeEachCall(all.groups, promotion),
                all.sessions);
        AccountChange deactivation = new AccountChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of(new GroupName("any"))),
                Optional.empty());

        done(changer.change(ROOT, ana.id(), deactivation, all.soon()));

        assertThat(all.stored("ana").isActive()).isFalse();
        assertThat(all.roster.members(all.soon())).doesNotContain(ana.id());
    }

    private static GroupStore beforeEachCall(GroupStore groups, Runnable first) {
        return (GroupStore) Proxy.newProxyInstance(
                GroupStore.class.getClassLoader(), new Class<?>[] {GroupStore.class}, (proxy, method, arguments) -> {
                    first.run();
                    return method.invoke(groups, arguments);
                });
    }

    @Test
    void change_ofManyAtOnce_losesNone() {
        Account ana = all.account("ana");
        List<String> codeNames = List.of("view_account", "list_account", "create_account", "update_account");
        Race.of(
                4,
                number -> done(here.accounts.change(
                        ana.username(),
                        new AccountChange(
                                Optional.empty(),
                                number == 0 ? Optional.of("First") : Optional.empty(),
                                number == 1 ? Optional.of("Last") : Optional.empty(),
                                Optional.empty(),
                                number == 2 ? Optional.of(true) : Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                number == 3 ? Optional.of(permissions(codeNames.get(0))) : Optional.empty()),
                        ROOT,
                        all.soon())));
        Account stored = all.stored("ana");
        assertThat(stored.profile().firstName()).isEqualTo("First");
        assertThat(stored.profile().lastName()).isEqualTo("Last");
        assertThat(stored.rights().staff()).isTrue();
        assertThat(stored.rights().permissions()).isEqualTo(permissions("view_account"));
    }

    @Test
    void create_withThePermission_givesNoMoreThanOneHas() {
        Account maker = all.account("maker", "create_account", "view_account");
        assertThat(refusal(create(maker, "new", granting("list_account"))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        InvitedAccount made = done(create(maker, "new", granting("view_account")));
        assertThat(made.account().account().password()).isEmpty();
        assertThat(here.invitations.find(made.invitation(), all.soon())).contains(name("new"));
        assertThat(refusal(create(all.account("plain"), "other", AccountChange.NONE))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void create_nameInAnotherSpelling_isTaken() {
        Account maker = all.account("maker", "create_account");
        done(create(maker, "kim", AccountChange.NONE));
        for (String twin : List.of("KIM", "\u212Aim", "\uFF2Bim")) {
            assertThat(refusal(create(maker, twin, AccountChange.NONE)))
                    .isEqualTo(Refusal.of(Reason.TAKEN, "username"));
        }
    }

    @Test
    void delete_account_takesAllThatBelongsToItAlong() {
        Account ana = all.account("ana");
        var session = here.sessions
                .logIn(
                        new AccountSessions.Login(
                                "ana", AccountEnvironment.PASSWORD, AccountEnvironment.SOURCE, Optional.empty()),
                        all.soon())
                .fold(begun -> begun.secret(), pending -> null, () -> null, pause -> null);
        done(here.accounts.delete(ana.username(), ROOT, all.soon()));
        assertThat(all.accounts.find(ana.id(), all.soon())).isEmpty();
        assertThat(all.sessions.ofAccount(ana.id(), all.soon())).isEmpty();
        assertThat(here.authentication.bySession(session, all.soon()).fold(x -> 1, () -> 0, x -> 0))
                .isZero();
        assertThat(done(here.accounts.create(name("ana"), AccountChange.NONE, ROOT, all.soon()))
                        .account()
                        .account()
                        .id())
                .isNotEqualTo(ana.id());
    }

    @Test
    void resume_erasureThatEndedInTheMiddle_isFinished() {
        Account ana = all.account("ana");
        all.accounts.update(ana.with(AccountState.ERASING), all.soon());
        assertThat(refusal(here.accounts.find(name("ana"), ROOT, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(refusal(here.accounts.change(name("ana"), AccountChange.active(true), ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        here.eraser.resume(all.soon());
        assertThat(all.accounts.find(ana.id(), all.soon())).isEmpty();
    }

    /** Begins a session, whatever the account is. */
    private void begin(Account account, String digit) {
        Instant now = all.clock.instant();
        all.sessions.insert(
                new SessionDigest(digit.repeat(64)),
                new Session(SessionId.random(all.random), account.id(), account.epoch(), false, now, now, Set.of()),
                all.soon());
    }

    private Outcome<AccountDetails> change(Account by, Account target, AccountChange change) {
        return here.accounts.change(target.username(), change, actor(by), all.soon());
    }

    private Outcome<InvitedAccount> create(Account by, String username, AccountChange change) {
        return here.accounts.create(name(username), change, actor(by), all.soon());
    }

    private Page<AccountDetails> page(Account by, Optional<String> cursor) {
        return done(here.accounts.list(Filter.ALL, new PageRequest(cursor, 2, false), actor(by), all.soon()));
    }

    private static List<String> names(Page<AccountDetails> page) {
        return page.results().stream()
                .map(details -> details.account().username().value())
                .toList();
    }
}
