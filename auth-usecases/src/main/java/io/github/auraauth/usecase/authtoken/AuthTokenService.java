package io.github.auraauth.usecase.authtoken;

import static io.github.auraauth.domain.permission.OwnPermissions.CREATE_TOKEN;
import static io.github.auraauth.domain.permission.OwnPermissions.DESTROY_TOKEN;
import static io.github.auraauth.domain.permission.OwnPermissions.LIST_TOKEN;
import static io.github.auraauth.domain.permission.OwnPermissions.VIEW_TOKEN;

import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.paging.Paging;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Auth tokens over their stores. */
public final class AuthTokenService implements AuthTokens {
    private static final Paging<AuthTokenId, AuthToken> PAGING =
            new Paging<>(AuthToken::id, AuthTokenId::value, AuthTokenId::parse);

    private final AuthTokenStore tokens;
    private final AuthTokenDirectory directory;
    private final AccountReader accounts;
    private final AuthTokenIssuer issuer;
    private final RecentAuthTokens recent;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public AuthTokenService(
            AuthTokenStore tokens,
            AuthTokenDirectory directory,
            AccountReader accounts,
            AuthTokenIssuer issuer,
            RecentAuthTokens recent,
            ActivityRecorder activity,
            InstantSource clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.accounts = accounts;
        this.issuer = issuer;
        this.recent = recent;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Outcome<Page<OwnedToken>> list(
            Optional<Username> account, PageRequest page, Actor actor, Deadline deadline) {
        return whose(account, actor, deadline)
                .then(owner -> PAGING.page(
                        page,
                        (place, most) -> directory.page(owner, place, most, deadline),
                        most -> directory.count(owner, most, deadline)))
                .map(found -> found.showing(OwnedTokens.of(found.results(), accounts, deadline)));
    }

    @Override
    public Outcome<OwnedToken> find(AuthTokenId id, Actor actor, Deadline deadline) {
        Optional<AuthToken> token = tokens.findById(id, deadline);
        boolean own = token.filter(found -> actor.is(found.account())).isPresent();
        if (!own && !actor.has(VIEW_TOKEN)) {
            return Outcome.refused(Reason.ABSENT);
        }
        return token.flatMap(found -> OwnedTokens.of(List.of(found), accounts, deadline).stream()
                        .findFirst())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<IssuedToken> create(NewToken wanted, Actor actor, Deadline deadline) {
        if (!actor.isAuthenticatedLately(clock.instant())) {
            return Outcome.refused(Reason.REAUTHENTICATION_REQUIRED);
        }
        return owner(wanted, actor, deadline)
                .then(owner -> issuer.issue(wanted, owner, actor, deadline))
                .map(issued -> {
                    AuthToken token = issued.token().token();
                    activity.note(
                            Event.TOKEN_CREATE,
                            actor,
                            Optional.of(token.account()),
                            token.id().value(),
                            deadline);
                    return issued;
                });
    }

    @Override
    public Outcome<AuthTokenId> revoke(AuthTokenId id, Actor actor, Deadline deadline) {
        Optional<AuthToken> found = tokens.findById(id, deadline);
        boolean own = found.filter(token -> actor.is(token.account())).isPresent();
        if (!own && !actor.has(DESTROY_TOKEN)) {
            return Outcome.refused(Reason.ABSENT);
        }
        if (found.isEmpty() || found.get().withdrawn()) {
            return Outcome.refused(Reason.ABSENT);
        }
        AuthToken token = found.get();
        Optional<AccountDetails> owner = accounts.find(token.account(), deadline);
        if (!own
                && owner.filter(details -> !actor.rights().cover(details.rights()))
                        .isPresent()) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        boolean revoked = token.source() == AuthToken.Source.LISTED
                ? tokens.update(token.asWithdrawn(), deadline)
                : tokens.delete(id, deadline);
        recent.forgetAll();
        if (!revoked) {
            return Outcome.refused(Reason.ABSENT);
        }
        activity.note(Event.TOKEN_REVOKE, actor, Optional.of(token.account()), id.value(), deadline);
        return Outcome.done(id);
    }

    /** Whose tokens are listed: of one account, or, where that is empty, of all. */
    private Outcome<Optional<AccountId>> whose(Optional<Username> account, Actor actor, Deadline deadline) {
        boolean all = actor.has(LIST_TOKEN);
        if (account.isEmpty()) {
            return Outcome.done(all ? Optional.empty() : actor.account());
        }
        return named(account.get(), all, actor, deadline)
                .map(details -> Optional.of(details.account().id()));
    }

    private Outcome<AccountDetails> owner(NewToken wanted, Actor actor, Deadline deadline) {
        boolean ofAnybody = actor.has(CREATE_TOKEN);
        if (wanted.account().isPresent()) {
            return named(wanted.account().get(), ofAnybody, actor, deadline);
        }
        Refusal none = ofAnybody ? Refusal.of(Reason.UNKNOWN, "account") : Refusal.of(Reason.FORBIDDEN);
        return ofActor(actor, deadline).map(Outcome::done).orElseGet(() -> Outcome.refused(none));
    }

    /**
     * The account of that name, which for most callers is their own: nobody else's is looked up for them, so that a refusal
     * takes as long whether there is one or not.
     */
    private Outcome<AccountDetails> named(Username name, boolean ofAnybody, Actor actor, Deadline deadline) {
        if (!ofAnybody) {
            return ofActor(actor, deadline)
                    .filter(own -> own.account().username().equals(name))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Reason.FORBIDDEN));
        }
        return accounts.find(name, deadline)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(Reason.UNKNOWN, "account")));
    }

    private Optional<AccountDetails> ofActor(Actor actor, Deadline deadline) {
        return actor.account().flatMap(id -> accounts.find(id, deadline));
    }
}
