package io.github.auraauth.usecase;

import io.github.auraauth.adapter.credentials.RelyingPartyConfig;
import io.github.auraauth.adapter.credentials.WebAuthnPasskeyVerifier;
import io.github.auraauth.adapter.memory.account.InMemoryAccountStore;
import io.github.auraauth.adapter.memory.account.InMemoryInvitationStore;
import io.github.auraauth.adapter.memory.account.InMemorySuperuserRoster;
import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.adapter.memory.authtoken.InMemoryAuthTokenStore;
import io.github.auraauth.adapter.memory.permission.InMemoryGroupStore;
import io.github.auraauth.adapter.memory.permission.InMemoryPermissionStore;
import io.github.auraauth.adapter.memory.secondfactor.InMemoryPasskeyChallengeStore;
import io.github.auraauth.adapter.memory.secondfactor.InMemoryPasskeyStore;
import io.github.auraauth.adapter.memory.session.InMemoryLoginFailures;
import io.github.auraauth.adapter.memory.session.InMemoryPendingLoginStore;
import io.github.auraauth.adapter.memory.session.InMemorySessionStore;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.secondfactor.PasskeyVerifierContract;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The stores of accounts that all instances share, and accounts to put into them. */
public final class AccountEnvironment {
    /** Good for whatever account is made here. */
    public static final Secret PASSWORD = Secret.ofText("fourteen storks above a lake");

    public static final String SOURCE = "192.0.2.1";
    static final PasskeyVerifier PASSKEY_VERIFIER = new WebAuthnPasskeyVerifier(new RelyingPartyConfig(
            PasskeyVerifierContract.RELYING_PARTY, "aura", Set.of(PasskeyVerifierContract.ORIGIN), false));
    private static final int TOLERATED = 60;

    public final SettableClock clock = SettableClock.startingNow();
    public final SecureRandom random = new SecureRandom();
    public final InMemoryAccountStore accounts = new InMemoryAccountStore();
    public final InMemorySuperuserRoster roster = new InMemorySuperuserRoster();
    public final InMemoryInvitationStore invitations = new InMemoryInvitationStore();
    public final InMemoryGroupStore groups = new InMemoryGroupStore();
    public final InMemoryPermissionStore permissions = new InMemoryPermissionStore();
    public final InMemoryAuthTokenStore tokens = new InMemoryAuthTokenStore();
    public SessionStore sessions = new InMemorySessionStore(clock);
    public final InMemoryLoginFailures failures = new InMemoryLoginFailures(clock);
    public final InMemoryPendingLoginStore pendingLogins = new InMemoryPendingLoginStore(clock);
    public final InMemoryPasskeyStore passkeys = new InMemoryPasskeyStore();
    public final InMemoryPasskeyChallengeStore challenges = new InMemoryPasskeyChallengeStore(clock);
    public final InMemoryActivityLog activity = new InMemoryActivityLog();
    public final PlainHasher hasher = new PlainHasher();
    public final AuthTokenDigester digester = new AuthTokenDigester(Environment.SEED);
    public final LoginAttemptKeys attemptKeys = new LoginAttemptKeys(Environment.SEED);
    public final SourceThrottle throttle = new SourceThrottle(TOLERATED, clock);

    public AccountEnvironment() {
        permissions.register(OwnPermissions.all(), soon());
        permissions.register(Set.of(DescribedPermission.undescribed(permission("update_mediasource"))), soon());
    }

    /** An instance of the service over these stores, with memories of its own. */
    public AccountInstance instance() {
        return instance(new SecondFactorPolicy(false, true));
    }

    /** The same, asking second factors of whom that policy says. */
    public AccountInstance instance(SecondFactorPolicy policy) {
        return new AccountInstance(this, policy);
    }

    public ActivityRecorder recorder() {
        return AuditRecorders.over(activity, activity, clock, random);
    }

    public Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), clock);
    }

    /** An active account with the password and those permissions, in no group. */
    public Account account(String name, String... codeNames) {
        return stored(account(name, new GivenRights(false, Set.of(), permissions(codeNames))));
    }

    /** An active account with the password, in that group. */
    public Account member(String name, Group group) {
        return stored(account(name, new GivenRights(false, Set.of(group.id()), Set.of())));
    }

    public Account staff(String name, String... codeNames) {
        return stored(account(name, new GivenRights(true, Set.of(), permissions(codeNames))));
    }

    public Account superuser(String name) {
        Account account = staff(name);
        roster.add(account.id(), soon());
        return account;
    }

    public Group group(String name, String... codeNames) {
        Group group = new Group(GroupId.random(random), 0, new GroupName(name), permissions(codeNames));
        groups.insert(group, soon());
        return group;
    }

    /** The account as it is stored now. */
    public Account stored(String name) {
        return accounts.findByUsername(name(name), soon()).orElseThrow();
    }

    /** Whoever shows a credential that carries all that the account has by itself. */
    public static Actor actor(Account account) {
        return Actor.of(
                account.id(),
                new Rights(false, account.rights().staff(), account.rights().permissions()));
    }

    public static Username name(String text) {
        return Username.parse(text).orElseThrow();
    }

    public static Permission permission(String codeName) {
        return new Permission(codeName);
    }

    public static Set<Permission> permissions(String... codeNames) {
        return Arrays.stream(codeNames).map(Permission::new).collect(Collectors.toSet());
    }

    /** A change of what an account is given. */
    public static AccountChange giving(
            Optional<Boolean> staff,
            Optional<Boolean> superuser,
            Optional<Set<GroupName>> groups,
            Optional<Set<Permission>> permissions) {
        return new AccountChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                staff,
                superuser,
                groups,
                permissions);
    }

    public static AccountChange granting(String... codeNames) {
        return giving(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(permissions(codeNames)));
    }

    public static AccountChange promoting(boolean superuser) {
        return giving(Optional.empty(), Optional.of(superuser), Optional.empty(), Optional.empty());
    }

    public static AccountChange entering(String... names) {
        Set<GroupName> groups = Arrays.stream(names).map(GroupName::new).collect(Collectors.toSet());
        return giving(Optional.empty(), Optional.empty(), Optional.of(groups), Optional.empty());
    }

    public static AccountChange email(String address) {
        return new AccountChange(
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What was done. */
    public static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    /** Why it was not. */
    public static Refusal refusal(Outcome<?> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError("done");
                },
                refusal -> refusal);
    }

    private Account account(String name, GivenRights rights) {
        Account bare = Account.create(
                AccountId.random(random),
                name(name),
                Profile.EMPTY,
                rights,
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, clock.instant()));
        return bare.rehashed(hasher.hash(PASSWORD));
    }

    private Account stored(Account account) {
        accounts.insert(account, soon());
        return account;
    }
}
