package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
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
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.InstantSource;
import java.util.Optional;

/** Invitations over their store: taken before the password is set, so that one sets one. */
public final class InvitationService implements Invitations {
    private final InvitationIssuer issuer;
    private final InvitationStore invitations;
    private final AccountReader reader;
    private final PasswordSetter passwords;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public InvitationService(
            InvitationIssuer issuer,
            InvitationStore invitations,
            AccountReader reader,
            PasswordSetter passwords,
            ActivityRecorder activity,
            InstantSource clock) {
        this.issuer = issuer;
        this.invitations = invitations;
        this.reader = reader;
        this.passwords = passwords;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Optional<Username> find(Secret invitation, Deadline deadline) {
        return invited(invitation, deadline).map(Account::username);
    }

    @Override
    public Outcome<Username> accept(Secret invitation, Secret password, Deadline deadline) {
        Optional<Account> invited = invited(invitation, deadline);
        if (invited.isEmpty()) {
            return Outcome.refused(Reason.ABSENT);
        }
        Account account = invited.get();
        Optional<Refusal> fault = passwords.fault(account, password);
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
        return passwords.set(account.id(), hash.get(), deadline).map(changed -> {
            activity.note(Event.ACCOUNT_PASSWORD, Actor.of(account.id(), Rights.NONE), account.id(), deadline);
            return account.username();
        });
    }

    /** Whoever may set their password by it: an active account, which nobody has signed out everywhere since. */
    private Optional<Account> invited(Secret invitation, Deadline deadline) {
        return invitations
                .find(issuer.digest(invitation), deadline)
                .filter(found -> found.isGoodAt(clock.instant()))
                .flatMap(found -> reader.find(found.account(), deadline)
                        .map(details -> details.account())
                        .filter(account -> account.isActive() && account.epoch() == found.epoch()));
    }
}
