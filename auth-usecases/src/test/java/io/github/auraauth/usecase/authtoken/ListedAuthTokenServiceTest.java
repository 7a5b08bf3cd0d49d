package io.github.auraauth.usecase.authtoken;

import static io.github.auraauth.usecase.PlayedStores.permissions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Applied;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.ListResult;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Outdated;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Reason;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Rejected;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.PlayedStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The bullet of the specification about {@code AUTH_TOKENS}, sentence by sentence. */
class ListedAuthTokenServiceTest {
    private static final String VERSION = "2.0.0";
    private static final String SECRET = "a-secret-of-the-media-store";
    private static final String OTHER_SECRET = "another-secret-of-the-tests";
    private static final String SEED_LINE =
            "media_store:" + SECRET + ":update_mediasource&add_mediasource&change_mediasource";
    private static final Applied ALL_WELL = new Applied(Set.of(), Set.of());

    private final Environment environment = new Environment();
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(5), environment.clock);
    private final AuthTokenDigester digester = new AuthTokenDigester(Environment.SEED);
    private final PlayedStores stores = new PlayedStores();

    @Test
    void apply_unknownAccount_makesOneWithoutPasswordThatIsNotStaffAndIsMarked() {
        assertThat(apply(SEED_LINE)).isEqualTo(ALL_WELL);

        Account account = stores.account("media_store");
        assertThat(account.password()).isEmpty();
        assertThat(account.isActive()).isTrue();
        assertThat(account.rights())
                .isEqualTo(new GivenRights(
                        false, Set.of(), permissions("update_mediasource", "add_mediasource", "change_mediasource")));
        assertThat(account.origin().method()).isEqualTo(AccountOrigin.CreationMethod.LISTED);
        assertThat(stores.superusers).isEmpty();
    }

    @Test
    void apply_nameInAnotherSpelling_isTheSameAccount() {
        apply(SEED_LINE, "Media_Store:" + OTHER_SECRET + ":view_show");

        assertThat(stores.accounts).hasSize(1);
    }

    @Test
    void apply_token_carriesExactlyThePermissionsOfItsLine() {
        apply(SEED_LINE, "media_store:" + OTHER_SECRET + ":");

        assertThat(token(SECRET).permissions())
                .contains(permissions("update_mediasource", "add_mediasource", "change_mediasource"));
        assertThat(token(SECRET).account())
                .isEqualTo(stores.account("media_store").id());
        assertThat(token(SECRET).source()).isEqualTo(AuthToken.Source.LISTED);
        assertThat(token(OTHER_SECRET).permissions()).contains(Set.of());
    }

    @Test
    void apply_severalLinesOfAnAccount_giveItTheirUnion() {
        apply("a:" + SECRET + ":view_show&add_show", "a:" + OTHER_SECRET + ":view_show&list_show");

        assertThat(stores.account("a").rights().permissions())
                .isEqualTo(permissions("view_show", "add_show", "list_show"));
    }

    @Test
    void apply_changedPermissions_areThoseOfTheListExactly() {
        apply("a:" + SECRET + ":view_show&add_show");
        apply("a:" + SECRET + ":list_show");

        assertThat(stores.account("a").rights().permissions()).isEqualTo(permissions("list_show"));
        assertThat(token(SECRET).permissions()).contains(permissions("list_show"));
        assertThat(stores.tokens).hasSize(1);
    }

    @Test
    void apply_permissionGivenByHandToAListedAccount_isTakenAgain_itsGroupsStay() {
        apply("a:" + SECRET + ":view_show");
        GroupId group = GroupId.random(environment.random);
        change(account -> account.with(new GivenRights(false, Set.of(group), permissions("view_show", "add_show"))));

        apply("a:" + SECRET + ":view_show");

        assertThat(stores.account("a").rights())
                .isEqualTo(new GivenRights(false, Set.of(group), permissions("view_show")));
    }

    @Test
    void apply_accountMadeOtherwise_withThePermissions_getsATokenAndIsLeftAsItIs() {
        Account made = insert("ana", permissions("view_show", "add_show"), Set.of());

        assertThat(apply("ana:" + SECRET + ":view_show")).isEqualTo(ALL_WELL);

        assertThat(stores.account("ana")).isEqualTo(made);
        assertThat(token(SECRET).permissions()).contains(permissions("view_show"));
    }

    @Test
    void apply_accountMadeOtherwise_withoutThePermissions_isRejectedByItsLineAndNothingIsChanged() {
        insert("ana", permissions("view_show"), Set.of());
        stores.writes = 0;

        assertThat(apply(SEED_LINE, "", "ana:" + OTHER_SECRET + ":view_show&add_show"))
                .isEqualTo(new Rejected(3, Reason.BEYOND_ACCOUNT));

        assertThat(stores.writes).isZero();
    }

    @Test
    void apply_accountMadeOtherwise_countsItsGroups() {
        Group group = new Group(GroupId.random(environment.random), 0, new GroupName("Host"), permissions("add_show"));
        stores.groups.put(group.name(), group);
        insert("ana", permissions("view_show"), Set.of(group.id()));

        assertThat(apply("ana:" + SECRET + ":view_show&add_show")).isEqualTo(ALL_WELL);
    }

    @Test
    void apply_accountMadeOtherwise_superuserHasAll() {
        stores.superusers.add(insert("ana", Set.of(), Set.of()).id());

        assertThat(apply("ana:" + SECRET + ":view_show&add_show")).isEqualTo(ALL_WELL);
    }

    @Test
    void apply_shortenedList_withdrawsTheTokensThatAreNoLongerListed() {
        apply("a:" + SECRET + ":view_show", "a:" + OTHER_SECRET + ":add_show");

        assertThat(apply("a:" + SECRET + ":view_show")).isEqualTo(ALL_WELL);

        assertThat(stores.tokens).containsOnlyKeys(digester.digest(Secret.ofText(SECRET)));
        assertThat(stores.account("a").rights().permissions()).isEqualTo(permissions("view_show"));
    }

    @Test
    void apply_emptyList_withdrawsAllListedTokensAndTheirAccountsPermissions() {
        apply(SEED_LINE);

        assertThat(apply("")).isEqualTo(ALL_WELL);

        assertThat(stores.tokens).isEmpty();
        assertThat(stores.account("media_store").rights()).isEqualTo(GivenRights.NONE);
    }

    @Test
    void apply_tokensMadeOtherwise_stay() {
        Account ana = insert("ana", permissions("view_show"), Set.of());
        insertToken(OTHER_SECRET, ana.id(), AuthToken.Source.CREATED);

        apply("");

        assertThat(stores.tokens).hasSize(1);
    }

    @Test
    void apply_withdrawnByHand_staysSoThoughListedAndIsToldByItsLine() {
        apply("", SEED_LINE);
        stores.tokenStore.update(token(SECRET).asWithdrawn(), deadline);

        assertThat(apply("", SEED_LINE)).isEqualTo(new Applied(Set.of(2), Set.of()));

        assertThat(token(SECRET).withdrawn()).isTrue();
    }

    @Test
    void apply_withdrawnByHandWithOtherPermissions_staysWithdrawn() {
        apply("a:" + SECRET + ":view_show");
        stores.tokenStore.update(token(SECRET).asWithdrawn(), deadline);

        assertThat(apply("a:" + SECRET + ":add_show")).isEqualTo(new Applied(Set.of(1), Set.of()));

        assertThat(token(SECRET).withdrawn()).isTrue();
        assertThat(token(SECRET).permissions()).contains(permissions("add_show"));
    }

    @Test
    void apply_deactivatedAccount_staysSoAndIsTold() {
        apply("a:" + SECRET + ":view_show");
        change(account -> account.with(AccountState.DEACTIVATED));

        assertThat(apply("a:" + SECRET + ":add_show")).isEqualTo(new Applied(Set.of(), Set.of(1)));

        assertThat(stores.account("a").isActive()).isFalse();
    }

    @Test
    void apply_twice_changesNothing() {
        apply(SEED_LINE, "b:" + OTHER_SECRET + ":view_show");
        stores.writes = 0;

        assertThat(apply(SEED_LINE, "b:" + OTHER_SECRET + ":view_show")).isEqualTo(ALL_WELL);

        assertThat(stores.writes).isZero();
    }

    @Test
    void apply_olderVersionThanAppliedLast_changesNothing() {
        apply(SEED_LINE);
        stores.writes = 0;

        assertThat(applyAs("1.9.9", "b:" + OTHER_SECRET + ":view_show")).isEqualTo(new Outdated());

        assertThat(stores.writes).isZero();
        assertThat(stores.accounts).hasSize(1);
    }

    @Test
    void apply_earlierVersionThanOneWhoseListWasRejected_appliesItsList() {
        insert("ana", permissions("view_show"), Set.of());
        apply(SEED_LINE);
        assertThat(applyAs("2.0.1", "ana:" + OTHER_SECRET + ":add_show")).isInstanceOf(Rejected.class);

        assertThat(apply("b:" + OTHER_SECRET + ":view_show")).isEqualTo(ALL_WELL);
    }

    @Test
    void apply_laterVersion_appliesItsList() {
        apply(SEED_LINE);

        assertThat(applyAs("2.0.1", "b:" + OTHER_SECRET + ":view_show")).isEqualTo(ALL_WELL);

        assertThat(stores.tokens).containsOnlyKeys(digester.digest(Secret.ofText(OTHER_SECRET)));
    }

    @Test
    void apply_unknownCodeNames_areRegistered() {
        apply(SEED_LINE);

        assertThat(stores.permissions.keySet())
                .isEqualTo(permissions("add_mediasource", "change_mediasource", "update_mediasource"));
    }

    @Test
    void apply_secretOfACreatedOrImportedTokenOfTheSameAccount_isRejected() {
        for (AuthToken.Source source : List.of(AuthToken.Source.CREATED, AuthToken.Source.IMPORTED)) {
            stores.tokens.clear();
            stores.accounts.clear();
            Account ana = insert("ana", permissions("view_show"), Set.of());
            insertToken(SECRET, ana.id(), source);

            assertThat(apply("ana:" + SECRET + ":view_show")).isEqualTo(new Rejected(1, Reason.SECRET_TAKEN));
        }
    }

    @Test
    void apply_secretOfAnotherAccount_isRejectedAndNothingIsChanged() {
        apply("a:" + SECRET + ":view_show");
        stores.writes = 0;

        assertThat(apply("b:" + OTHER_SECRET + ":view_show", "c:" + SECRET + ":view_show"))
                .isEqualTo(new Rejected(2, Reason.SECRET_TAKEN));

        assertThat(stores.writes).isZero();
    }

    @Test
    void apply_listedTokenOfAnAccountThatIsNoMore_isReplaced() {
        apply("a:" + SECRET + ":view_show");
        stores.accounts.clear();

        assertThat(apply("a:" + SECRET + ":view_show")).isEqualTo(ALL_WELL);

        assertThat(token(SECRET).account()).isEqualTo(stores.account("a").id());
    }

    @Test
    void apply_accountThatIsBeingErased_getsNoToken() {
        apply("a:" + SECRET + ":view_show");
        change(account -> account.with(AccountState.ERASING));
        stores.tokens.clear();

        assertThat(apply("a:" + SECRET + ":view_show")).isEqualTo(new Applied(Set.of(), Set.of(1)));

        assertThat(stores.tokens).isEmpty();
    }

    @Test
    void apply_accountChangedMeanwhile_readsItAgain() {
        apply("a:" + SECRET + ":view_show");
        raceOnce("account.update", () -> change(account -> account.with(AccountState.DEACTIVATED)));

        assertThat(apply("a:" + SECRET + ":add_show")).isEqualTo(new Applied(Set.of(), Set.of(1)));

        assertThat(stores.account("a").rights().permissions()).isEqualTo(permissions("add_show"));
        assertThat(stores.account("a").isActive()).isFalse();
    }

    @Test
    void apply_secretTakenMeanwhile_isRejected() {
        Account ana = insert("ana", Set.of(), Set.of());
        raceOnce("token.insert", () -> insertToken(SECRET, ana.id(), AuthToken.Source.CREATED));

        assertThat(apply(SEED_LINE)).isEqualTo(new Rejected(1, Reason.SECRET_TAKEN));
    }

    @Test
    void apply_processThatEndsAnywhere_isFinishedByTheNextStart() {
        for (int end = 1; end < 12; end++) {
            PlayedStores fresh = new PlayedStores();
            apply(fresh, VERSION, "a:" + SECRET + ":view_show", "b:third-secret-of-the-tests:view_show");
            int last = fresh.writes + end;
            fresh.beforeWrite = name -> {
                if (fresh.writes >= last) {
                    throw new IllegalStateException("the process ends");
                }
            };
            try {
                apply(fresh, VERSION, "a:" + SECRET + ":add_show", "c:" + OTHER_SECRET + ":view_show");
            } catch (IllegalStateException ended) {
                fresh.beforeWrite = name -> {};
            }

            assertThat(apply(fresh, VERSION, "a:" + SECRET + ":add_show", "c:" + OTHER_SECRET + ":view_show"))
                    .isEqualTo(ALL_WELL);
            assertThat(fresh.account("a").rights().permissions()).isEqualTo(permissions("add_show"));
            assertThat(fresh.account("b").rights().permissions()).isEmpty();
            assertThat(fresh.account("c").rights().permissions()).isEqualTo(permissions("view_show"));
            assertThat(fresh.tokens).hasSize(2);
        }
    }

    @Test
    void apply_twoInstancesAtOnce_converge() throws Exception {
        for (int round = 0; round < 50; round++) {
            PlayedStores shared = new PlayedStores();
            apply(shared, VERSION, "a:" + SECRET + ":view_show", "b:third-secret-of-the-tests:view_show");
            String[] list = {"a:" + SECRET + ":add_show", "c:" + OTHER_SECRET + ":view_show"};
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<ListResult> instance = () -> {
                start.await();
                return apply(shared, VERSION, list);
            };
            ExecutorService both = Executors.newFixedThreadPool(2);
            List<ListResult> results = new ArrayList<>();
            for (Future<ListResult> each : both.invokeAll(List.of(instance, instance))) {
                results.add(each.get());
            }
            both.shutdown();

            assertThat(results).containsOnly(ALL_WELL);
            assertThat(shared.accounts).hasSize(3);
            assertThat(shared.tokens).hasSize(2);
            assertThat(shared.account("a").rights().permissions()).isEqualTo(permissions("add_show"));
            assertThat(shared.account("b").rights().permissions()).isEmpty();
        }
    }

    @Test
    void apply_storeIsAway_saysSo() {
        stores.beforeWrite = name -> {
            throw new io.github.auraauth.port.Outage.Unavailable("MongoDB");
        };

        assertThatThrownBy(() -> apply(SEED_LINE)).isInstanceOf(io.github.auraauth.port.Outage.class);
    }

    private ListResult apply(String... lines) {
        return apply(stores, VERSION, lines);
    }

    private ListResult applyAs(String version, String... lines) {
        return apply(stores, version, lines);
    }

    private ListResult apply(PlayedStores over, String version, String... lines) {
        var accounts = new ListedAccounts(
                over.accountStore, over.roster, over.groupStore, environment.clock, environment.random);
        var tokens =
                new ListedTokens(over.tokenStore, over.tokenStore, digester, environment.clock, environment.random);
        var service = new ListedAuthTokenService(accounts, tokens, over.permissionStore, over.versions);
        try {
            return service.apply(AuthTokenList.parse(String.join("\n", lines), 20), version, deadline);
        } catch (AuthTokenList.MalformedLine e) {
            throw new AssertionError(e);
        }
    }

    private AuthToken token(String secret) {
        return stores.tokens.get(digester.digest(Secret.ofText(secret)));
    }

    private Account insert(String username, Set<Permission> permissions, Set<GroupId> groups) {
        Account account = Account.create(
                AccountId.random(environment.random),
                new Username(username),
                Profile.EMPTY,
                new GivenRights(false, groups, permissions),
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, environment.clock.instant()));
        stores.accounts.put(account.id(), account);
        return account;
    }

    private void insertToken(String secret, AccountId account, AuthToken.Source source) {
        stores.tokens.put(
                digester.digest(Secret.ofText(secret)),
                new AuthToken(
                        AuthTokenId.random(environment.random),
                        new AuthTokenName("by hand"),
                        account,
                        Optional.empty(),
                        new AuthToken.Times(environment.clock.instant(), Optional.empty(), Optional.empty()),
                        source,
                        false));
    }

    /** Of the one account that there is. */
    private void change(java.util.function.UnaryOperator<Account> change) {
        Account account = stores.account("a");
        assertThat(stores.accountStore.update(change.apply(account), deadline)).isEqualTo(UpdateOutcome.UPDATED);
    }

    private void raceOnce(String write, Runnable other) {
        stores.beforeWrite = name -> {
            if (name.equals(write)) {
                stores.beforeWrite = any -> {};
                other.run();
            }
        };
    }
}
