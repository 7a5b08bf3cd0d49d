package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.client.ClientDump;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.account.StoredAccountData;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.client.ClientImport;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The use cases about accounts as far as commands are concerned: they do as they are told, two elements a page. */
final class PlayedAccounts implements Accounts, AccountAdministration, StoredAccountData, AccountImport {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    final Map<Username, AccountDetails> accounts = new TreeMap<>();
    final Map<GroupName, Group> groups = new TreeMap<>();
    final Map<Permission, DescribedPermission> permissions = new TreeMap<>();
    final List<AuthTokens.OwnedToken> tokens = new ArrayList<>();
    final List<String> actors = new ArrayList<>();
    Optional<Refusal> refusal = Optional.empty();
    Optional<Secret> password = Optional.empty();
    Optional<String> unlocked = Optional.empty();
    Optional<AccountDump> imported = Optional.empty();
    List<String> clientProblems = List.of();
    ImportResult importResult = new AccountImport.Imported(4, 0, 2, 1, 5, List.of("a notice"));

    AccountCommandServices services() {
        return new AccountCommandServices(
                this,
                this,
                this::resetSecondFactor,
                this,
                this,
                new PlayedClientImport(),
                new PlayedGroups(),
                new PlayedPermissions(),
                new PlayedTokens(),
                secret -> URI.create(
                        "https://aura.example/invitation#" + new String(secret.reveal(), StandardCharsets.US_ASCII)));
    }

    /** Finds nothing wrong, and imports all. */
    private final class PlayedClientImport implements ClientImport {
        @Override
        public List<String> problems(ClientDump dump, Deadline deadline) {
            return clientProblems;
        }

        @Override
        public ImportedClients run(ClientDump dump, boolean dry, Actor actor, Deadline deadline) {
            return new ImportedClients(dump.clients().size(), 0, dump.keys().size(), List.of("a notice of a client"));
        }
    }

    AccountDetails insert(String username) {
        AccountDetails details = details(
                new Account(
                        AccountId.random(RANDOM),
                        0,
                        new Username(username),
                        Profile.EMPTY,
                        AccountState.ACTIVE,
                        GivenRights.NONE,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, NOW),
                        SecondFactors.NONE),
                AccountChange.NONE,
                List.of());
        accounts.put(details.account().username(), details);
        return details;
    }

    @Override
    public Outcome<Page<AccountDetails>> list(Filter filter, PageRequest page, Actor actor, Deadline deadline) {
        List<AccountDetails> all = accounts.values().stream()
                .filter(each -> filter.active()
                        .filter(active -> active != each.account().isActive())
                        .isEmpty())
                .toList();
        return asked(actor, page(all, page));
    }

    @Override
    public Outcome<AccountDetails> find(Username username, Actor actor, Deadline deadline) {
        return Optional.ofNullable(accounts.get(username))
                .map(found -> asked(actor, found))
                .orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<InvitedAccount> create(Username username, AccountChange change, Actor actor, Deadline deadline) {
        AccountDetails made = insert(username.value());
        AccountDetails changed = details(made.account(), change, List.of());
        accounts.put(username, changed);
        return asked(actor, new InvitedAccount(changed, Secret.ofText("invitation-secret")));
    }

    @Override
    public Outcome<AccountDetails> change(Username username, AccountChange change, Actor actor, Deadline deadline) {
        return find(username, actor, deadline).map(found -> {
            AccountDetails changed = details(found.account(), change, found.groups());
            accounts.put(username, changed);
            return changed;
        });
    }

    @Override
    public Outcome<Username> delete(Username username, Actor actor, Deadline deadline) {
        return find(username, actor, deadline).map(found -> {
            accounts.remove(username);
            return username;
        });
    }

    @Override
    public Outcome<Secret> invite(Username username, Actor actor, Deadline deadline) {
        return find(username, actor, deadline).map(found -> Secret.ofText("invitation-secret"));
    }

    @Override
    public Outcome<Username> replacePassword(Username username, Secret wanted, Actor actor, Deadline deadline) {
        password = Optional.of(wanted);
        return find(username, actor, deadline).map(found -> username);
    }

    @Override
    public Outcome<Username> unlock(Username username, Optional<String> source, Actor actor, Deadline deadline) {
        unlocked = Optional.of(
                username.value() + source.map(each -> " from " + each).orElse(""));
        return find(username, actor, deadline).map(found -> username);
    }

    private Outcome<Username> resetSecondFactor(Username username, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        return refusal.<Outcome<Username>>map(Outcome::refused)
                .orElseGet(() -> find(username, actor, deadline).map(found -> username));
    }

    @Override
    public Outcome<Everything> export(Username username, Actor actor, Deadline deadline) {
        return find(username, actor, deadline)
                .map(found -> new Everything(
                        found,
                        List.of(new Passkey(
                                new PasskeyId("a2V5"),
                                found.account().id(),
                                new PasskeyName("a key"),
                                "cHVibGlj",
                                3,
                                NOW,
                                Optional.of(NOW))),
                        List.of(new Session(
                                SessionId.random(RANDOM),
                                found.account().id(),
                                0,
                                false,
                                NOW,
                                NOW,
                                Set.of(AuthenticationMethod.PASSWORD))),
                        tokens.stream().map(AuthTokens.OwnedToken::token).toList(),
                        List.of(new Consent(
                                found.account().id(), new ClientId("dashboard"), Set.of("openid", "email"), NOW)),
                        List.of(new Activity(
                                "1",
                                NOW,
                                Activity.Event.ACCOUNT_LOGIN,
                                "account:1",
                                Optional.of(found.account().id()),
                                ""))));
    }

    @Override
    public ImportResult run(AccountDump dump, boolean dry, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        imported = dry ? Optional.empty() : Optional.of(dump);
        return importResult;
    }

    private <T> Outcome<T> asked(Actor actor, T value) {
        actors.add(actor.label());
        return refusal.<Outcome<T>>map(Outcome::refused).orElseGet(() -> Outcome.done(value));
    }

    private static AccountDetails details(Account account, AccountChange change, List<GroupName> before) {
        GivenRights rights = new GivenRights(
                change.staff().orElse(account.rights().staff()),
                Set.of(),
                change.permissions().orElse(account.rights().permissions()));
        AccountState state = change.active()
                .map(active -> active ? AccountState.ACTIVE : AccountState.DEACTIVATED)
                .orElse(account.state());
        return new AccountDetails(
                account.with(change.of(account.profile())).with(rights).with(state),
                change.groups().map(List::copyOf).orElse(before),
                new Rights(change.superuser().orElse(false), rights.staff(), rights.permissions()),
                rights.permissions());
    }

    private static <T> Page<T> page(List<T> all, PageRequest page) {
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + 2);
        return new Page<>(
                all.subList(from, to),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private final class PlayedGroups implements Groups {
        @Override
        public Outcome<Page<Group>> list(PageRequest page, Actor actor, Deadline deadline) {
            return asked(actor, page(List.copyOf(groups.values()), page));
        }

        @Override
        public Outcome<Group> find(GroupName name, Actor actor, Deadline deadline) {
            return Optional.ofNullable(groups.get(name))
                    .map(found -> asked(actor, found))
                    .orElseGet(() -> Outcome.refused(Reason.ABSENT));
        }

        @Override
        public Outcome<Group> create(GroupName name, Set<Permission> permissions, Actor actor, Deadline deadline) {
            groups.put(name, new Group(GroupId.random(RANDOM), 0, name, permissions));
            return find(name, actor, deadline);
        }

        @Override
        public Outcome<Group> change(
                GroupName name,
                Optional<GroupName> newName,
                Optional<Set<Permission>> permissions,
                Actor actor,
                Deadline deadline) {
            groups.computeIfPresent(name, (key, group) -> group.with(name, permissions.orElseThrow()));
            return find(name, actor, deadline);
        }

        @Override
        public Outcome<GroupName> delete(GroupName name, Actor actor, Deadline deadline) {
            return find(name, actor, deadline).map(found -> {
                groups.remove(name);
                return name;
            });
        }
    }

    private final class PlayedPermissions implements Permissions {
        @Override
        public List<DescribedPermission> list(Deadline deadline) {
            return List.copyOf(permissions.values());
        }

        @Override
        public Outcome<DescribedPermission> create(DescribedPermission permission, Actor actor, Deadline deadline) {
            boolean free = permissions.putIfAbsent(permission.permission(), permission) == null;
            return free ? asked(actor, permission) : Outcome.refused(Refusal.of(Reason.TAKEN, "codename"));
        }

        @Override
        public Outcome<Permission> delete(Permission permission, Actor actor, Deadline deadline) {
            boolean there = permissions.remove(permission) != null;
            return there ? asked(actor, permission) : Outcome.refused(Reason.ABSENT);
        }
    }

    private final class PlayedTokens implements AuthTokens {
        @Override
        public Outcome<Page<OwnedToken>> list(
                Optional<Username> account, PageRequest page, Actor actor, Deadline deadline) {
            return asked(actor, page(tokens, page));
        }

        @Override
        public Outcome<OwnedToken> find(AuthTokenId id, Actor actor, Deadline deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<IssuedToken> create(NewToken wanted, Actor actor, Deadline deadline) {
            AuthToken token = new AuthToken(
                    AuthTokenId.random(RANDOM),
                    wanted.name(),
                    AccountId.random(RANDOM),
                    wanted.permissions(),
                    new AuthToken.Times(NOW, wanted.expiresAt(), Optional.empty()),
                    AuthToken.Source.CREATED,
                    false);
            OwnedToken owned = new OwnedToken(token, wanted.account().orElseThrow());
            tokens.add(owned);
            return asked(actor, new IssuedToken(owned, Secret.ofText("aurt_made-up")));
        }

        @Override
        public Outcome<AuthTokenId> revoke(AuthTokenId id, Actor actor, Deadline deadline) {
            boolean removed = tokens.removeIf(each -> each.token().id().equals(id));
            return removed ? asked(actor, id) : Outcome.refused(Reason.ABSENT);
        }
    }
}
