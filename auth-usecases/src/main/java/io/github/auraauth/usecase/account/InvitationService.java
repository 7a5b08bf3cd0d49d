package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Invitations;
import io.github.auraauth.port.out.account.InvitationStore;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.InstantSource;
import java.util.Optional;

/** Invitations over their store: taken before the password is set, so that one sets one. */
public final class InvitationService implements Invitations {
    private final InvitationIssuer issuer;
    private final InvitationStore invitations;
    private final AccountReader reader;
    private final PasswordSetter passwords;
    private final SessionStore sessions;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public InvitationService(
            InvitationIssuer issuer,
            InvitationStore invitations,
            AccountReader reader,
            PasswordSetter passwords,
            SessionStore sessions,
            ActivityRecorder activity,
            InstantSource clock) {
        this.issuer = issuer;
        this.invitations = invitations;
        this.reader = reader;
        this.passwords = passwords;
        this.sessions = sessions;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Optional<Username> find(Secret invitation, Deadline deadline) {
        return good(invitation, deadline)
                .flatMap(found -> invited(found, deadline))
                .map(Account::username);
    }

    @Override
    public Outcome<Username> accept(Secret invitation, Secret password, Deadline deadline) {
        Optional<Invitation> found = good(invitation, deadline);
        Optional<Account> invited = found.flatMap(each -> invited(each, deadline));
        if (invited.isEmpty()) {
            return Outcome.refused(Reason.ABSENT);
        }
        Optional<Refusal> fault = passwords.fault(invited.get(), password);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        Optional<PasswordHash> hash = passwords.hash(password, deadline);
        if (hash.isEmpty()) {
            return Outcome.refused(Reason.TOO_MANY);
        }
        if (!invitations.take(issuer.digest(invitation), deadline)) {
            return Outcome.refused(Reason.ABSENT);
        }
        AccountId id = invited.get().id();
        return passwords
                .set(id, hash.get(), account -> isFor(found.get(), reader.details(account, deadline)), deadline)
                .map(account -> {
                    sessions.deleteAll(id, deadline);
                    activity.note(Event.ACCOUNT_PASSWORD, Actor.of(id, Rights.NONE), id, deadline);
                    return account.username();
                });
    }

    private Optional<Invitation> good(Secret invitation, Deadline deadline) {
        return invitations.find(issuer.digest(invitation), deadline).filter(found -> found.isGoodAt(clock.instant()));
    }

    private Optional<Account> invited(Invitation invitation, Deadline deadline) {
        return reader.find(invitation.account(), deadline)
                .filter(details -> isFor(invitation, details))
                .map(AccountDetails::account);
    }

    /**
     * Whether the password may be set by it: of an active account, which nobody has signed out everywhere since, and which has
     * got no more rights than whoever gave the invitation had.
     */
    private static boolean isFor(Invitation invitation, AccountDetails details) {
        return details.account().isActive()
                && details.account().epoch() == invitation.epoch()
                && invitation.giver().cover(details.rights());
    }
}
