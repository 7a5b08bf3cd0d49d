package io.github.auraauth.usecase;

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
import io.github.auraauth.usecase.session.AccountAuthenticationService;
import io.github.auraauth.usecase.session.AccountSessionService;
import io.github.auraauth.usecase.session.OwnAccountService;
import io.github.auraauth.usecase.session.RecentSessions;
import io.github.auraauth.usecase.session.SessionAuthenticator;
import io.github.auraauth.usecase.session.SessionSecrets;
import java.util.List;

/** What one instance of the service has of accounts. */
public final class AccountInstance {
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

    AccountInstance(AccountEnvironment all) {
        recorder = all.recorder();
        reader = new AccountReader(all.accounts, all.roster, all.groups, all.permissions, all.clock);
        var writer = new AccountWriter(all.accounts, reader);
        var changer = new AccountChanger(reader, writer, all.roster, all.groups);
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
                List.of(all.sessions::deleteAll, all.tokens::deleteAll, all.invitations::deleteAll));
        accounts = new AccountService(
                reader,
                all.accounts,
                all.groups,
                new AccountCreator(all.accounts, all.roster, changer, all.clock, all.random),
                changer,
                eraser,
                issuer,
                recorder);
        invitations = new InvitationService(issuer, all.invitations, reader, passwords, recorder, all.clock);
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
                recorder);
        activity = new ActivityTrailService(all.activity);
        sessions = new AccountSessionService(
                verifier, recentSessions, all.accounts, reader, recorder, all.clock, all.random);
        authenticator = new SessionAuthenticator(recentSessions, reader, all.clock);
        authentication = new AccountAuthenticationService(
                reader, authenticator, recentTokens, verifier, all.throttle, true, all.clock, all.random);
        strictAuthentication = new AccountAuthenticationService(
                reader, authenticator, recentTokens, verifier, all.throttle, false, all.clock, all.random);
        administration = new AccountAdministrationService(accounts, passwords, all.sessions, guard, recorder);
        bootstrap = new AccountBootstrap(
                all.accounts, all.roster, all.groups, all.permissions, passwords, all.clock, all.random);
    }

    /** What a scorer would say of the passwords here. */
    private static int score(String password, List<String> names) {
        return password.contains("common") ? 1 : 4;
    }
}
