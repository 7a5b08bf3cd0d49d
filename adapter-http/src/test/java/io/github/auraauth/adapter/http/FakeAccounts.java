package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.pages.account.LoginPorts;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Invitations;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.LoginResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The core as the accounts API sees it: two accounts, who own a group and a token each, and callers with whatever rights a
 * test gives them. Who may do what, the real rules decide; nothing is ever changed.
 */
final class FakeAccounts {
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    static final String PASSWORD = "correct horse battery staple";
    static final String INVITATION = "an-invitation";
    static final SessionId SESSION = new SessionId("5b0d5a3e-3f4c-4d0c-9a53-0b4d1c7f2e9a");
    static final Account ME = account("me", "0b4d1c7f2e90");
    static final Session OWN_SESSION =
            new Session(SESSION, ME.id(), 0, false, NOW, NOW, Set.of(AuthenticationMethod.PASSWORD));
    static final Account OTHER = account("other", "0b4d1c7f2e91");
    static final AuthToken MY_TOKEN = token("0b4d1c7f2e92", ME);
    static final AuthToken OTHER_TOKEN = token("0b4d1c7f2e93", OTHER);
    static final Group MINE = group("Mine", "0b4d1c7f2e94");
    static final Group OTHERS = group("Others", "0b4d1c7f2e95");

    /** What was asked, in words; never a secret. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Secrets of sessions and tokens, by kind and text, with the rights that they carry. */
    final Map<String, Rights> credentials = new ConcurrentHashMap<>();

    /** What every request that manages something is refused with, if anything. */
    volatile Optional<Refusal> refusal = Optional.empty();

    /** Whether the store is away. */
    volatile boolean away;

    /** Whether the account has a second factor, which a login has to show. */
    volatile boolean secondFactor;

    volatile Optional<Duration> throttled = Optional.empty();

    /** What sessions are good for. */
    volatile Access access = Access.FULL;

    /** The code that a login needs, where it does. */
    volatile Optional<String> code = Optional.empty();

    volatile Page<AccountDetails> page = page(List.of());
    volatile String nextSession = "";

    void reset() {
        calls.clear();
        credentials.clear();
        refusal = Optional.empty();
        away = false;
        secondFactor = false;
        throttled = Optional.empty();
        access = Access.FULL;
        code = Optional.empty();
        page = page(List.of());
        nextSession = "fresh";
    }

    AccountPorts ports() {
        return new AccountPorts(
                new Authentication(),
                new Sessions(),
                new Own(),
                new All(),
                new GroupList(),
                new PermissionList(),
                new Tokens(),
                (account, page, actor, deadline) -> judged(
                        "activity",
                        page(List.of(new Activity(
                                "i-1", NOW, Activity.Event.TOKEN_CREATE, actor.label(), actor.account(), "x")))));
    }

    /** What the pages of a login ask. */
    LoginPorts login(FakeSecondFactors factors) {
        return new LoginPorts(new Sessions(), new Authentication(), factors, factors, factors, invitations());
    }

    /** One invitation is good; every password is taken, save where a refusal is set. */
    Invitations invitations() {
        return new Invitations() {
            @Override
            public Optional<Username> find(Secret invitation, Deadline deadline) {
                return text(invitation).equals(INVITATION) ? Optional.of(ME.username()) : Optional.empty();
            }

            @Override
            public Outcome<Username> accept(Secret invitation, Secret password, Deadline deadline) {
                return found("accept", text(invitation).equals(INVITATION), ME.username());
            }
        };
    }

    static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }

    static <T> Page<T> page(List<T> all) {
        return new Page<>(all, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AccountDetails details(Account account, Rights rights) {
        return new AccountDetails(account, List.of(MINE.name()), rights, rights.among(Set.of()));
    }

    private static String id(String end) {
        return "5b0d5a3e-3f4c-4d0c-9a53-" + end;
    }

    private static Account account(String name, String end) {
        return Account.create(
                new AccountId(id(end)),
                new Username(name),
                Profile.EMPTY,
                GivenRights.NONE,
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, NOW));
    }

    private static AuthToken token(String end, Account owner) {
        return new AuthToken(
                new AuthTokenId(id(end)),
                new AuthTokenName("a token"),
                owner.id(),
                Optional.of(Set.of(new Permission("add_mediasource"))),
                new AuthToken.Times(NOW, Optional.empty(), Optional.empty()),
                AuthToken.Source.CREATED,
                false);
    }

    private static Group group(String name, String end) {
        return new Group(new GroupId(id(end)), 0, new GroupName(name), Set.of());
    }

    private <T> Outcome<T> judged(String call, T done) {
        calls.add(call);
        if (away) {
            throw new Outage.Paused("mongo", Duration.ofMillis(2100));
        }
        return refusal.<Outcome<T>>map(Outcome::refused).orElseGet(() -> Outcome.done(done));
    }

    /** Done where it is one's own or the permission is there; else as if it were not there. */
    private <T> Outcome<T> found(String call, boolean may, T done) {
        return may ? judged(call, done) : Outcome.refused(Reason.ABSENT);
    }

    private final class Authentication implements AccountAuthentication {
        @Override
        public CredentialResult<Caller> bySession(Secret session, Deadline deadline) {
            return result("session", "session " + text(session), Caller.Credential.SESSION, Optional.of(OWN_SESSION));
        }

        @Override
        public CredentialResult<Caller> byToken(Secret token, String source, Deadline deadline) {
            return result("token", "token " + text(token), Caller.Credential.TOKEN, Optional.empty());
        }

        @Override
        public CredentialResult<Caller> byPassword(String username, Secret password, String source, Deadline deadline) {
            String pair = username + ':' + text(password);
            return result("password", "password " + pair, Caller.Credential.PASSWORD, Optional.empty());
        }

        private CredentialResult<Caller> result(
                String call, String secret, Caller.Credential kind, Optional<Session> session) {
            calls.add("by " + call);
            if (throttled.isPresent()) {
                return new CredentialResult.Throttled<>(throttled.get());
            }
            Rights rights = credentials.get(secret);
            return rights == null
                    ? new CredentialResult.Refused<>()
                    : new CredentialResult.Accepted<>(new Caller(
                            ME.id(),
                            ME.username(),
                            rights,
                            kind,
                            session,
                            Optional.empty(),
                            session.isPresent() ? access : Access.FULL));
        }
    }

    private final class Sessions implements AccountSessions {
        @Override
        public LoginResult logIn(Login login, Deadline deadline) {
            calls.add("log in");
            if (throttled.isPresent()) {
                return new LoginResult.Throttled(throttled.get());
            }
            if (!login.username().equals("me") || !text(login.password()).equals(PASSWORD)) {
                return new LoginResult.Refused();
            }
            if ((secondFactor || code.isPresent())
                    && (code.isEmpty() || !login.code().map(FakeAccounts::text).equals(code))) {
                return FakeSecondFactors.needed();
            }
            login.before().ifPresent(before -> credentials.remove("session " + text(before)));
            credentials.put("session " + nextSession, Rights.NONE);
            return new LoginResult.Begun(new BegunSession(
                    Secret.ofText(nextSession),
                    new Caller(
                            ME.id(),
                            ME.username(),
                            Rights.NONE,
                            Caller.Credential.SESSION,
                            Optional.of(OWN_SESSION),
                            Optional.empty(),
                            Access.FULL)));
        }

        @Override
        public void logOut(Secret session, Deadline deadline) {
            calls.add("log out");
            credentials.remove("session " + text(session));
        }
    }

    private final class Own implements OwnAccount {
        @Override
        public Outcome<AccountDetails> show(Caller caller, Deadline deadline) {
            return judged("show", details(ME, caller.rights()));
        }

        @Override
        public Outcome<Caller> changePassword(
                Caller caller, Secret current, Secret wanted, String source, Deadline deadline) {
            return judged("change password", caller);
        }

        @Override
        public List<Session> sessions(Caller caller, Deadline deadline) {
            return List.of(OWN_SESSION);
        }

        @Override
        public Outcome<SessionId> endSession(Caller caller, SessionId session, Deadline deadline) {
            return found("end session", session.equals(SESSION), session);
        }

        @Override
        public void signOutEverywhere(Caller caller, Deadline deadline) {
            calls.add("sign out everywhere");
        }
    }

    private final class All implements Accounts {
        @Override
        public Outcome<Page<AccountDetails>> list(Filter filter, PageRequest asked, Actor actor, Deadline deadline) {
            return judged("list " + filter + ' ' + asked, page);
        }

        @Override
        public Outcome<AccountDetails> find(Username username, Actor actor, Deadline deadline) {
            Account account = named(username);
            return found(
                    "find " + username.value(),
                    actor.is(account.id()) || actor.has(OwnPermissions.VIEW_ACCOUNT),
                    details(account, Rights.NONE));
        }

        @Override
        public Outcome<InvitedAccount> create(Username username, AccountChange change, Actor actor, Deadline deadline) {
            return judged(
                    "create " + username.value() + ' ' + shown(change),
                    new InvitedAccount(details(OTHER, Rights.NONE), Secret.ofText("an invitation")));
        }

        @Override
        public Outcome<AccountDetails> change(Username username, AccountChange change, Actor actor, Deadline deadline) {
            AccountDetails target = details(named(username), Rights.NONE);
            return AccountRules.ofChange(actor, target, change)
                    .<Outcome<AccountDetails>>map(Outcome::refused)
                    .orElseGet(() -> judged("change " + username.value() + ' ' + shown(change), target));
        }

        @Override
        public Outcome<Username> delete(Username username, Actor actor, Deadline deadline) {
            return judged("delete " + username.value(), username);
        }

        @Override
        public Outcome<Secret> invite(Username username, Actor actor, Deadline deadline) {
            return judged("invite " + username.value(), Secret.ofText("an invitation"));
        }

        private static Account named(Username username) {
            return username.equals(ME.username()) ? ME : OTHER;
        }

        private static String shown(AccountChange change) {
            return change.firstName().orElse("-")
                    + ' '
                    + change.email().orElse("-")
                    + ' '
                    + change.active().map(Object::toString).orElse("-")
                    + ' '
                    + change.superuser().map(Object::toString).orElse("-")
                    + ' '
                    + change.permissions().map(Object::toString).orElse("-");
        }
    }

    private final class GroupList implements Groups {
        @Override
        public Outcome<Page<Group>> list(PageRequest asked, Actor actor, Deadline deadline) {
            boolean all = actor.has(OwnPermissions.LIST_GROUP);
            return judged("groups", page(all ? List.of(MINE, OTHERS) : List.of(MINE)));
        }

        @Override
        public Outcome<Group> find(GroupName name, Actor actor, Deadline deadline) {
            boolean may = name.equals(MINE.name()) || actor.has(OwnPermissions.VIEW_GROUP);
            return found("group " + name.value(), may, name.equals(MINE.name()) ? MINE : OTHERS);
        }

        @Override
        public Outcome<Group> create(GroupName name, Set<Permission> permissions, Actor actor, Deadline deadline) {
            return judged("create group " + name.value() + ' ' + permissions, OTHERS);
        }

        @Override
        public Outcome<Group> change(
                GroupName name,
                Optional<GroupName> newName,
                Optional<Set<Permission>> permissions,
                Actor actor,
                Deadline deadline) {
            return judged(
                    "change group " + name.value() + ' '
                            + newName.map(GroupName::value).orElse("-"),
                    OTHERS);
        }

        @Override
        public Outcome<GroupName> delete(GroupName name, Actor actor, Deadline deadline) {
            return judged("delete group " + name.value(), name);
        }
    }

    private final class PermissionList implements Permissions {
        @Override
        public List<DescribedPermission> list(Deadline deadline) {
            return OwnPermissions.all();
        }

        @Override
        public Outcome<DescribedPermission> create(DescribedPermission permission, Actor actor, Deadline deadline) {
            return judged("create permission " + permission.permission() + " " + permission.text(), permission);
        }

        @Override
        public Outcome<Permission> delete(Permission permission, Actor actor, Deadline deadline) {
            return judged("delete permission " + permission, permission);
        }
    }

    private final class Tokens implements AuthTokens {
        @Override
        public Outcome<Page<OwnedToken>> list(
                Optional<Username> account, PageRequest asked, Actor actor, Deadline deadline) {
            return judged("tokens of " + account.map(Username::value).orElse("all"), page(List.of(owned(MY_TOKEN))));
        }

        @Override
        public Outcome<OwnedToken> find(AuthTokenId id, Actor actor, Deadline deadline) {
            return found("token", isMine(id) || actor.has(OwnPermissions.VIEW_TOKEN), owned(MY_TOKEN));
        }

        @Override
        public Outcome<IssuedToken> create(NewToken wanted, Actor actor, Deadline deadline) {
            boolean may =
                    wanted.account().filter(name -> !name.equals(ME.username())).isEmpty()
                            || actor.has(OwnPermissions.CREATE_TOKEN);
            return may
                    ? judged("create token " + wanted, new IssuedToken(owned(MY_TOKEN), Secret.ofText("aurt_x_y")))
                    : Outcome.refused(Refusal.of(Reason.FORBIDDEN, "account"));
        }

        @Override
        public Outcome<AuthTokenId> revoke(AuthTokenId id, Actor actor, Deadline deadline) {
            return found("revoke", isMine(id) || actor.has(OwnPermissions.DESTROY_TOKEN), id);
        }

        private static boolean isMine(AuthTokenId id) {
            return id.equals(MY_TOKEN.id());
        }

        private static OwnedToken owned(AuthToken token) {
            return new OwnedToken(token, ME.username());
        }
    }
}
