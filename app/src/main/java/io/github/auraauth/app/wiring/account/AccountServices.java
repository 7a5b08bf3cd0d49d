package io.github.auraauth.app.wiring.account;

import io.github.auraauth.adapter.credentials.Pbkdf2PasswordHasher;
import io.github.auraauth.adapter.credentials.ZxcvbnPasswordStrength;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Invitations;
import io.github.auraauth.port.in.account.LoginLocks;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.account.StoredAccountData;
import io.github.auraauth.port.in.activity.ActivityReview;
import io.github.auraauth.port.in.activity.ActivityTrail;
import io.github.auraauth.port.in.authtoken.AuthTokenAudit;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.usecase.account.AccountAdministrationService;
import io.github.auraauth.usecase.account.AccountBootstrap;
import io.github.auraauth.usecase.account.AccountChanger;
import io.github.auraauth.usecase.account.AccountCreator;
import io.github.auraauth.usecase.account.AccountEraser;
import io.github.auraauth.usecase.account.AccountImportService;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.AccountService;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.account.GuessingGuard;
import io.github.auraauth.usecase.account.HashingLane;
import io.github.auraauth.usecase.account.ImportComparison;
import io.github.auraauth.usecase.account.ImportedAccountWriter;
import io.github.auraauth.usecase.account.InvitationIssuer;
import io.github.auraauth.usecase.account.InvitationService;
import io.github.auraauth.usecase.account.LoginLockService;
import io.github.auraauth.usecase.account.PasswordSetter;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.account.StoredAccountDataService;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.activity.ActivityReviewService;
import io.github.auraauth.usecase.activity.ActivityTrailService;
import io.github.auraauth.usecase.authtoken.AuthTokenAuditService;
import io.github.auraauth.usecase.authtoken.AuthTokenIssuer;
import io.github.auraauth.usecase.authtoken.AuthTokenService;
import io.github.auraauth.usecase.authtoken.ListedAccounts;
import io.github.auraauth.usecase.authtoken.ListedAuthTokenService;
import io.github.auraauth.usecase.authtoken.ListedTokens;
import io.github.auraauth.usecase.authtoken.RecentAuthTokens;
import io.github.auraauth.usecase.permission.GroupService;
import io.github.auraauth.usecase.permission.PermissionService;
import io.github.auraauth.usecase.session.AccountAuthenticationService;
import io.github.auraauth.usecase.session.OwnAccountService;
import io.github.auraauth.usecase.session.RecentSessions;
import io.github.auraauth.usecase.session.SessionAuthenticator;
import io.github.auraauth.usecase.session.SessionSecrets;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The use cases of accounts over their stores, for the server and the command line alike. */
public final class AccountServices {
    public final Accounts accounts;
    public final OwnAccount ownAccount;
    public final Invitations invitations;
    public final Groups groups;
    public final Permissions permissions;
    public final AuthTokens tokens;
    public final ActivityTrail activity;
    public final ActivityReview review;
    public final AuthTokenAudit tokenAudit;
    public final LoginLocks locks;
    public final AccountAuthentication authentication;
    public final AccountSessions sessions;
    public final SecondFactorServices secondFactors;
    public final ListedAuthTokens listedTokens;
    public final AccountAdministration administration;
    public final StoredAccountData data;
    public final AccountImport imports;
    final AccountBootstrap bootstrap;
    final AccountEraser eraser;
    public final AccountReader reader;
    public final SessionAuthenticator sessionAuthenticator;
    public final ActivityRecorder recorder;

    /**
     * @param belongings what removes all of an account elsewhere, when it is erased
     * @param consents of accounts at clients, which their exports tell of
     * @param recorder what is done is noted there
     * @param throttle of sources that show bad tokens
     */
    public AccountServices(
            Configuration configuration,
            AccountStores stores,
            List<BiConsumer<AccountId, Deadline>> belongings,
            ConsentStore consents,
            ActivityRecorder recorder,
            SourceThrottle throttle,
            ClockAndRandom sources) {
        InstantSource clock = sources.clock();
        SecureRandom random = sources.random();
        this.recorder = recorder;
        Secret seed = configuration.keys().seed();
        var digester = new AuthTokenDigester(seed);

        reader = new AccountReader(stores.accounts(), stores.roster(), stores.groups(), stores.permissions(), clock);
        var writer = new AccountWriter(stores.accounts(), reader);
        var changer = new AccountChanger(reader, writer, stores.roster(), stores.groups(), stores.sessions());
        var lane = new HashingLane(Runtime.getRuntime().availableProcessors());
        var hasher = new Pbkdf2PasswordHasher(random);
        var passwords = new PasswordSetter(writer, hasher, new ZxcvbnPasswordStrength(), lane);
        var guard = new GuessingGuard(stores.failures(), new LoginAttemptKeys(seed), clock);
        var verifier = new PasswordVerifier(stores.accounts(), writer, hasher, lane, guard);
        var issuer = new InvitationIssuer(stores.invitations(), seed, clock, random);
        var recentTokens = new RecentAuthTokens(stores.tokens(), digester, clock);
        var recentSessions = new RecentSessions(stores.sessions(), new SessionSecrets(seed, random), clock);
        var policy = SecondFactorServices.policy(configuration);
        sessionAuthenticator = new SessionAuthenticator(recentSessions, reader, policy, clock);
        eraser = new AccountEraser(
                stores.accounts(),
                stores.directory(),
                writer,
                stores.roster(),
                Stream.concat(stores.belongings(), belongings.stream()).toList());
        bootstrap = new AccountBootstrap(
                stores.accounts(), stores.roster(), stores.groups(), stores.permissions(), passwords, clock, random);

        accounts = new AccountService(
                reader,
                stores.directory(),
                stores.groups(),
                new AccountCreator(stores.accounts(), stores.roster(), changer, clock, random),
                changer,
                eraser,
                issuer,
                recorder);
        invitations = new InvitationService(
                issuer, stores.invitations(), reader, passwords, stores.sessions(), recorder, clock);
        ownAccount = new OwnAccountService(
                reader, stores.accounts(), stores.sessions(), recentSessions, verifier, passwords, recorder, clock);
        groups = new GroupService(stores.groups(), reader, recorder, random);
        permissions = new PermissionService(stores.permissions(), recorder);
        activity = new ActivityTrailService(stores.activity());
        review = new ActivityReviewService(stores.activity(), stores.accounts());
        tokenAudit = new AuthTokenAuditService(stores.tokenDirectory(), reader, clock);
        locks = new LoginLockService(accounts, guard, recorder);
        tokens = new AuthTokenService(
                stores.tokens(),
                stores.tokenDirectory(),
                reader,
                new AuthTokenIssuer(stores.tokens(), digester, reader, clock, random),
                recentTokens,
                recorder,
                clock);
        listedTokens = new ListedAuthTokenService(
                new ListedAccounts(stores.accounts(), stores.roster(), stores.groups(), clock, random),
                new ListedTokens(stores.tokens(), stores.tokenDirectory(), digester, clock, random),
                stores.permissions(),
                stores.listVersion());
        authentication = new AccountAuthenticationService(
                reader, sessionAuthenticator, recentTokens, verifier, throttle, policy, clock, random);
        administration = new AccountAdministrationService(accounts, passwords, stores.sessions(), guard, recorder);
        data = new StoredAccountDataService(
                accounts, stores.passkeys(), stores.sessions(), stores.tokenDirectory(), consents, stores.activity());
        imports = new AccountImportService(
                new ImportComparison(stores.accounts(), stores.directory(), stores.groups(), stores.tokens(), digester),
                new ImportedAccountWriter(
                        stores.accounts(), stores.tokens(), stores.roster(), digester, recorder, clock, random),
                stores.groups(),
                stores.permissions(),
                random);
        secondFactors = new SecondFactorServices(
                configuration,
                stores,
                reader,
                writer,
                accounts,
                new SecondFactorServices.LoginParts(verifier, guard, recentSessions, throttle),
                recorder,
                sources);
        sessions = secondFactors.sessions;
    }
}
