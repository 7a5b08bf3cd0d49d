package io.github.auraauth.usecase.account;

import static io.github.auraauth.usecase.PlayedStores.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedGroup;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedPermission;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedToken;
import io.github.auraauth.domain.accountimport.DumpedAccount;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountImport.ImportResult;
import io.github.auraauth.port.in.account.AccountImport.Imported;
import io.github.auraauth.port.in.account.AccountImport.Refused;
import io.github.auraauth.usecase.AuditRecorders;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.PlayedStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountImportServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");
    private static final Instant JOINED = Instant.parse("2021-03-01T12:30:00.123Z");
    private static final String HASH = "pbkdf2_sha256$1000$madeUpSalt$QKWRJi1YgMy7T/zRadr0lMZXqdVGn5i+kSoo104UsKY=";
    private static final AccountDump DUMP = new AccountDump(
            List.of(
                    account("1", "Amara", HASH, true, true, Set.of(), Set.of()),
                    account("2", "bela", HASH, true, false, Set.of("Engineers"), Set.of("view_show")),
                    account("3", "gone", HASH, false, true, Set.of(), Set.of())),
            List.of(new DumpedGroup("Engineers", Set.of("add_show"))),
            List.of(new DumpedPermission("add_show", "program.show", "Can add show")),
            List.of(new DumpedToken(Secret.ofText("made-up-key"), "2", Optional.of(JOINED))),
            List.of());

    private final Environment environment = new Environment();
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(5), environment.clock);
    private final AuthTokenDigester digester = new AuthTokenDigester(Environment.SEED);
    private final PlayedStores stores = new PlayedStores();

    @Test
    void run_goodDump_makesAccountsAsTheyWere() {
        assertThat(run(DUMP))
                .isEqualTo(new Imported(
                        3,
                        0,
                        1,
                        1,
                        2,
                        List.of("auth.user 3 \"gone\" is not active, so that it comes without being a superuser's")));

        Account amara = stores.account("amara");
        assertThat(amara.origin())
                .isEqualTo(new AccountOrigin(AccountOrigin.CreationMethod.IMPORTED, JOINED, Optional.of("1")));
        assertThat(amara.password().orElseThrow().reveal()).isEqualTo(HASH);
        assertThat(amara.lastLogin()).contains(JOINED);
        assertThat(amara.isActive()).isTrue();
        assertThat(amara.epoch()).isZero();
        assertThat(stores.superusers).containsExactly(amara.id());
        Account bela = stores.account("bela");
        Group engineers = stores.groups.get(new GroupName("Engineers"));
        assertThat(bela.rights()).isEqualTo(new GivenRights(false, Set.of(engineers.id()), permissions("view_show")));
        assertThat(engineers.permissions()).isEqualTo(permissions("add_show"));
        assertThat(stores.permissions.keySet()).isEqualTo(permissions("add_show", "view_show"));
        assertThat(stores.account("gone").state()).isEqualTo(AccountState.DEACTIVATED);
        AuthToken token = stores.tokens.get(digester.digest(Secret.ofText("made-up-key")));
        assertThat(token.account()).isEqualTo(bela.id());
        assertThat(token.permissions()).isEmpty();
        assertThat(token.source()).isEqualTo(AuthToken.Source.IMPORTED);
        assertThat(token.times().createdAt()).isEqualTo(JOINED);
        assertThat(stores.activities)
                .hasSize(3)
                .allMatch(each -> each.event() == Activity.Event.ACCOUNT_IMPORT
                        && each.actor().equals("cli:root"));
    }

    @Test
    void run_again_changesNothing() {
        run(DUMP);
        stores.writes = 0;

        assertThat(run(DUMP)).isEqualTo(new Imported(0, 3, 0, 0, 0, List.of()));

        assertThat(stores.writes).isZero();
    }

    @Test
    void run_againAfterChangesHere_leavesThem() {
        run(DUMP);
        Account bela = stores.account("bela");
        stores.accountStore.update(bela.with(AccountState.DEACTIVATED), deadline);
        stores.tokens.clear();
        stores.superusers.clear();
        stores.writes = 0;

        run(DUMP);

        assertThat(stores.writes).isZero();
        assertThat(stores.account("bela").isActive()).isFalse();
        assertThat(stores.tokens).isEmpty();
        assertThat(stores.superusers).isEmpty();
    }

    @Test
    void run_dry_countsAndWritesNothing() {
        assertThat(service().run(DUMP, true, ROOT, deadline).<Object>fold(done -> done.accounts(), refused -> refused))
                .isEqualTo(3);

        assertThat(stores.writes).isZero();
    }

    @Test
    void run_processThatEndsAnywhere_leavesNothingUsableHalfAndIsFinishedByTheNext() {
        run(DUMP);
        int all = stores.writes;
        for (int end = 0; end < all; end++) {
            PlayedStores fresh = new PlayedStores();
            int last = end;
            fresh.beforeWrite = name -> {
                if (fresh.writes >= last) {
                    throw new IllegalStateException("the process ends");
                }
            };
            try {
                service(fresh).run(DUMP, false, ROOT, deadline);
            } catch (IllegalStateException ended) {
                fresh.beforeWrite = name -> {};
            }
            long usable = fresh.accounts.values().stream()
                    .filter(Account::isActive)
                    .filter(account -> account.username().equals(new Username("bela")))
                    .count();
            assertThat(fresh.tokens.size()).isGreaterThanOrEqualTo((int) usable);

            assertThat(service(fresh).run(DUMP, false, ROOT, deadline)).isInstanceOf(Imported.class);

            assertThat(fresh.accounts).hasSize(3);
            assertThat(fresh.account("amara").isActive()).isTrue();
            assertThat(fresh.superusers).containsExactly(fresh.account("amara").id());
            assertThat(fresh.tokens.values())
                    .singleElement()
                    .matches(token ->
                            token.account().equals(fresh.account("bela").id()));
            assertThat(fresh.account("bela").isActive()).isTrue();
        }
    }

    @Test
    void run_whatIsHereAlreadyAndOther_isRefusedByNameAllAtOnceAndNothingIsWritten() {
        Account other = Account.create(
                AccountId.random(environment.random),
                new Username("amara"),
                Profile.EMPTY,
                GivenRights.NONE,
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, JOINED));
        Account renamed = Account.create(
                AccountId.random(environment.random),
                new Username("gone.before"),
                Profile.EMPTY,
                GivenRights.NONE,
                new AccountOrigin(AccountOrigin.CreationMethod.IMPORTED, JOINED, Optional.of("3")));
        stores.accounts.put(other.id(), other);
        stores.accounts.put(renamed.id(), renamed);
        Group engineers = new Group(
                GroupId.random(environment.random), 0, new GroupName("Engineers"), permissions("destroy_account"));
        stores.groups.put(engineers.name(), engineers);
        stores.tokens.put(
                digester.digest(Secret.ofText("made-up-key")),
                new AuthToken(
                        io.github.auraauth.domain.authtoken.AuthTokenId.random(environment.random),
                        new io.github.auraauth.domain.authtoken.AuthTokenName("other"),
                        other.id(),
                        Optional.empty(),
                        new AuthToken.Times(JOINED, Optional.empty(), Optional.empty()),
                        AuthToken.Source.CREATED,
                        false));

        assertThat(run(DUMP))
                .isEqualTo(new Refused(List.of(
                        "auth.user 1 \"Amara\" has the user name of an account that is here and was not imported as it",
                        "auth.user 3 \"gone\" was imported before under the user name \"gone.before\"",
                        "auth.user 2 \"bela\" has a token whose key is another token's here",
                        "auth.group \"Engineers\" is here with other permissions; make them the same first")));

        assertThat(stores.writes).isZero();
    }

    @Test
    void run_dumpThatIsWrong_isRefusedAndNothingIsWritten() {
        AccountDump wrong = new AccountDump(
                List.of(
                        account("1", "amara", "argon2$hidden", true, true, Set.of(), Set.of()),
                        account("2", "bela", HASH, true, true, Set.of(), Set.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of("there are 2 knox.authtoken objects"));

        assertThat(run(wrong))
                .isEqualTo(new Refused(List.of(
                        "there are 2 knox.authtoken objects",
                        "auth.user 1 \"amara\" has a password hashed by argon2; only pbkdf2_sha256 is taken")));
        assertThat(stores.writes).isZero();
    }

    @Test
    void run_byNoSuperuser_isRefused() {
        Actor somebody = Actor.of(AccountId.random(environment.random), Rights.NONE);

        assertThat(service().run(DUMP, false, somebody, deadline)).isInstanceOf(Refused.class);
    }

    private ImportResult run(AccountDump dump) {
        return service().run(dump, false, ROOT, deadline);
    }

    private AccountImportService service() {
        return service(stores);
    }

    private AccountImportService service(PlayedStores over) {
        var comparison =
                new ImportComparison(over.accountStore, over.accountStore, over.groupStore, over.tokenStore, digester);
        var writer = new ImportedAccountWriter(
                over.accountStore,
                over.tokenStore,
                over.roster,
                digester,
                AuditRecorders.over(over.activityLog, environment.clock, environment.random),
                environment.clock,
                environment.random);
        return new AccountImportService(comparison, writer, over.groupStore, over.permissionStore, environment.random);
    }

    private static DumpedAccount account(
            String key,
            String username,
            String password,
            boolean active,
            boolean superuser,
            Set<String> groups,
            Set<String> permissions) {
        return new DumpedAccount(
                "auth.user",
                key,
                username,
                Secret.ofText(password),
                new DumpedAccount.Person("", "", ""),
                new DumpedAccount.Flags(active, false, superuser),
                new DumpedAccount.Times(Optional.of(JOINED), Optional.of(JOINED)),
                groups,
                permissions);
    }
}
