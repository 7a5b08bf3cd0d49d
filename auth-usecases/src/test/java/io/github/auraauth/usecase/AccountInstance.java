package io.github.auraauth.usecase;

import io.github.auraauth.adapter.credentials.NayukiQrCodeEncoder;
import io.github.auraauth.adapter.memory.account.InMemoryOneTimeCodes;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.usecase.account.AccountAdministrationService;
import io.github.auraauth.usecase.account.AccountBootstrap;
import io.github.auraauth.usecase.account.AccountChanger;
import io.github.auraauth.usecase.account.AccountCreator;
import io.github.auraauth.usecase.account.AccountEraser;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.AccountService;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.account.GuessingGuard;
import io.github.auraauth.usecase.account.HashingLane;
import io.github.auraauth.usecase.account.InvitationIssuer;
import io.github.auraauth.usecase.account.InvitationService;
import io.github.auraauth.usecase.account.PasswordSetter;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.activity.ActivityTrailService;
import io.github.auraauth.usecase.authtoken.AuthTokenIssuer;
import io.github.auraauth.usecase.authtoken.AuthTokenService;
import io.github.auraauth.usecase.authtoken.RecentAuthTokens;
import io.github.auraauth.usecase.permission.GroupService;
import io.github.auraauth.usecase.permission.PermissionService;
import io.github.auraauth.usecase.secondfactor.OwnSecondFactorService;
import io.github.auraauth.usecase.secondfactor.PasskeyAuthenticator;
import io.github.auraauth.usecase.secondfactor.PasskeyCeremonies;
import io.github.auraauth.usecase.secondfactor.PasskeyLoginService;
import io.github.auraauth.usecase.secondfactor.SecondFactorAdder;
import io.github.auraauth.usecase.secondfactor.SecondFactorAdministrationService;
import io.github.auraauth.usecase.secondfactor.SecondFactorLoginService;
import io.github.auraauth.usecase.secondfactor.SecondFactorSetupService;
import io.github.auraauth.usecase.secondfactor.TotpProvisioner;
import io.github.auraauth.usecase.session.AccountAuthenticationService;
import io.github.auraauth.usecase.session.AccountSessionService;
import io.github.auraauth.usecase.session.OneTimeCodeVerifier;
import io.github.auraauth.usecase.session.OwnAccountService;
import io.github.auraauth.usecase.session.PendingLogins;
import io.github.auraauth.usecase.session.RecentSessions;
import io.github.auraauth.usecase.session.SecondFactorStep;
import io.github.auraauth.usecase.session.SessionAuthenticator;
import io.github.auraauth.usecase.session.SessionSecrets;
import io.github.auraauth.usecase.session.SessionStarter;
import java.util.List;

/** What one instance of the service has of accounts. */
public final class AccountInstance {
    private static final SecondFactorPolicy STRICT = new SecondFactorPolicy(true, false);

    public final AccountReader reader;
    public final AccountService accounts;
    public final AccountEraser eraser;
    public final InvitationService invitations;
    public final OwnAccountService own;
    public final GroupService groups;
    public final PermissionService permissions;
    public final AuthTokenService tokens;
    public final ActivityTrailService activity;
    public final AccountSessionService sessions;
    public final SessionAuthenticator authenticator;
    public final ActivityRecorder recorder;
    public final AccountAuthenticationService authentication;
    public final AccountAuthenticationService strictAuthentication;
    public final AccountAdministrationService administration;
    public final AccountBootstrap bootstrap;

    public final SecondFactors secondFactors;
    public final SecondFactorPolicy policy;

    AccountInstance(AccountEnvironment all, SecondFactorPolicy policy) {
        this.policy = policy;
        recorder = all.recorder();
        reader = new AccountReader(all.accounts, all.roster, all.groups, all.permissions, all.clock);
        var writer = new AccountWriter(all.accounts, reader);
        var changer = new AccountChanger(reader, writer, all.roster, all.groups, all.sessions);
        var lane = new HashingLane(2);
        var passwords = new PasswordSetter(writer, all.hasher, AccountInstance::score, lane);
        var guard = new GuessingGuard(all.failures, all.attemptKeys, all.clock);
        var verifier = new PasswordVerifier(all.accounts, writer, all.hasher, lane, guard);
        var issuer = new InvitationIssuer(all.invitations, Environment.SEED, all.clock, all.random);
        var recentTokens = new RecentAuthTokens(all.tokens, all.digester, all.clock);
        var recentSessions =
                new RecentSessions(all.sessions, new SessionSecrets(Environment.SEED, all.random), all.clock);
        eraser = new AccountEraser(
                all.accounts,
                all.accounts,
                writer,
                all.roster,
                List.of(
                        all.sessions::deleteAll,
                        all.tokens::deleteAll,
                        all.invitations::deleteAll,
                        all.passkeys::deleteAll,
                        all.challenges::deleteAll,
                        all.pendingLogins::deleteAll));
        accounts = new AccountService(
                reader,
                all.accounts,
                all.groups,
                new AccountCreator(all.accounts, all.roster, changer, all.clock, all.random),
                changer,
                eraser,
                issuer,
                recorder);
        invitations =
                new InvitationService(issuer, all.invitations, reader, passwords, all.sessions, recorder, all.clock);
        own = new OwnAccountService(
                reader, all.accounts, all.sessions, recentSessions, verifier, passwords, recorder, all.clock);
        groups = new GroupService(all.groups, reader, recorder, all.random);
        permissions = new PermissionService(all.permissions, recorder);
        tokens = new AuthTokenService(
                all.tokens,
                all.tokens,
                reader,
                new AuthTokenIssuer(all.tokens, all.digester, reader, all.clock, all.random),
                recentTokens,
                recorder,
                all.clock);
        activity = new ActivityTrailService(all.activity);
        var starter = new SessionStarter(recentSessions, all.accounts, reader, policy, recorder, all.clock, all.random);
        var recovery = new RecoveryCodes(Environment.SEED, all.random);
        var step = new SecondFactorStep(
                new OneTimeCodeVerifier(new InMemoryOneTimeCodes(all.accounts), recovery, reader, recorder, all.clock),
                guard);
        var pending = new PendingLogins(all.pendingLogins, all.accounts, Environment.SEED, all.clock, all.random);
        sessions = new AccountSessionService(verifier, starter, pending, step, recentSessions, recorder);
        authenticator = new SessionAuthenticator(recentSessions, reader, policy, all.clock);
        var ceremonies = new PasskeyCeremonies(all.challenges, Environment.SEED, all.clock, all.random);
        var passkeys = new PasskeyAuthenticator(
                ceremonies, all.passkeys, AccountEnvironment.PASSKEY_VERIFIER, all.accounts, all.clock);
        secondFactors = new SecondFactors(
                new OwnSecondFactorService(all.accounts, writer, all.passkeys, recovery, policy, recorder, all.clock),
                new SecondFactorSetupService(
                        writer,
                        new SecondFactorAdder(writer, recovery, all.sessions, starter, recorder),
                        ceremonies,
                        all.passkeys,
                        AccountEnvironment.PASSKEY_VERIFIER,
                        new TotpProvisioner(new NayukiQrCodeEncoder(), "login.example.org", all.random),
                        all.clock),
                new SecondFactorLoginService(pending, step, passkeys, starter),
                new PasskeyLoginService(passkeys, starter, guard, all.throttle),
                new SecondFactorAdministrationService(
                        accounts, writer, all.passkeys, all.sessions, recorder, all.clock));
        authentication = new AccountAuthenticationService(
                reader, authenticator, recentTokens, verifier, all.throttle, policy, all.clock, all.random);
        strictAuthentication = new AccountAuthenticationService(
                reader, authenticator, recentTokens, verifier, all.throttle, STRICT, all.clock, all.random);
        administration = new AccountAdministrationService(accounts, passwords, all.sessions, guard, recorder);
        bootstrap = new AccountBootstrap(
                all.accounts, all.roster, all.groups, all.permissions, passwords, all.clock, all.random);
    }

    /** What may be asked of second factors. */
    public record SecondFactors(
            OwnSecondFactors own,
            SecondFactorSetup setup,
            SecondFactorLogins logins,
            PasskeyLogins passkeys,
            SecondFactorAdministration administration) {}

    /** What a scorer would say of the passwords here. */
    private static int score(String password, List<String> names) {
        return password.contains("common") ? 1 : 4;
    }
}
