package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.StoredAccountData;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.session.SessionStore;
import java.util.List;
import java.util.Optional;

/** Gathers what is stored of an account, page by page. */
public final class StoredAccountDataService implements StoredAccountData {
    private static final int PAGE = 200;

    private final Accounts accounts;
    private final PasskeyStore passkeys;
    private final SessionStore sessions;
    private final AuthTokenDirectory tokens;
    private final ConsentStore consents;
    private final ActivityLog activities;

    public StoredAccountDataService(
            Accounts accounts,
            PasskeyStore passkeys,
            SessionStore sessions,
            AuthTokenDirectory tokens,
            ConsentStore consents,
            ActivityLog activities) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.tokens = tokens;
        this.consents = consents;
        this.activities = activities;
    }

    @Override
    public Outcome<Everything> export(Username username, Actor actor, Deadline deadline) {
        return accounts.find(username, actor, deadline)
                .then(details ->
                        actor.is(details.account().id()) || actor.rights().superuser()
                                ? Outcome.done(everything(details, deadline))
                                : Outcome.refused(Refusal.Reason.FORBIDDEN));
    }

    private Everything everything(AccountDetails details, Deadline deadline) {
        AccountId id = details.account().id();
        return new Everything(
                details,
                passkeys.ofAccount(id, deadline).stream()
                        .filter(passkey ->
                                details.account().secondFactors().passkeys().contains(passkey.id()))
                        .toList(),
                List.copyOf(sessions.ofAccount(id, deadline).values()),
                tokens(id, deadline),
                consents.ofAccount(id, deadline),
                activities(id, deadline));
    }

    private List<AuthToken> tokens(AccountId id, Deadline deadline) {
        return Keyset.all(PAGE, place -> tokens.page(Optional.of(id), place, PAGE, deadline), AuthToken::id);
    }

    private List<Activity> activities(AccountId id, Deadline deadline) {
        return Keyset.all(
                PAGE, place -> activities.page(Optional.of(id), place, PAGE, deadline), ActivityLog.Position::of);
    }
}
