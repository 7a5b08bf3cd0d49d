package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.PasswordSetter;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One's own account over its stores. */
public final class OwnAccountService implements OwnAccount {
    private final AccountReader reader;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final RecentSessions recent;
    private final PasswordVerifier verifier;
    private final PasswordSetter passwords;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public OwnAccountService(
            AccountReader reader,
            AccountStore accounts,
            SessionStore sessions,
            RecentSessions recent,
            PasswordVerifier verifier,
            PasswordSetter passwords,
            ActivityRecorder activity,
            InstantSource clock) {
        this.reader = reader;
        this.accounts = accounts;
        this.sessions = sessions;
        this.recent = recent;
        this.verifier = verifier;
        this.passwords = passwords;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Outcome<AccountDetails> show(Caller caller, Deadline deadline) {
        // programs ask at each call of theirs whose token somebody has shown them; people want to see what they changed
        Optional<AccountDetails> account = caller.credential().isToken()
                ? reader.recentDetails(caller.account(), deadline)
                        .map(found -> found.as(caller.rights(), reader.recentKnown(deadline)))
                : reader.find(caller.account(), deadline)
                        .map(found -> found.as(caller.rights(), reader.known(deadline)));
        return account.map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<Caller> changePassword(
            Caller caller, Secret current, Secret wanted, String source, Deadline deadline) {
        if (!caller.actor().isAuthenticatedLately(clock.instant())) {
            return Outcome.refused(Reason.REAUTHENTICATION_REQUIRED);
        }
        return verifier.verify(caller.username().value(), current, source, deadline)
                .fold(
                        account -> set(caller, account, wanted, deadline),
                        () -> Outcome.refused(Refusal.of(Reason.WRONG_PASSWORD, "current_password")),
                        pause -> Outcome.refused(Reason.TOO_MANY));
    }

    @Override
    public List<Session> sessions(Caller caller, Deadline deadline) {
        Instant now = clock.instant();
        Optional<Account> account = accounts.find(caller.account(), deadline);
        return sessions.ofAccount(caller.account(), deadline).values().stream()
                .filter(session -> session.isGoodAt(now))
                .filter(session -> account.filter(found -> found.epoch() == session.epoch())
                        .isPresent())
                .sorted(Comparator.comparing(Session::usedAt).reversed())
                .toList();
    }

    @Override
    public Outcome<SessionId> endSession(Caller caller, SessionId id, Deadline deadline) {
        long ended = sessions.withId(caller.account(), id, deadline).keySet().stream()
                .filter(digest -> sessions.delete(digest, deadline))
                .count();
        recent.forgetAll();
        if (ended == 0) {
            return Outcome.refused(Reason.ABSENT);
        }
        activity.note(Event.ACCOUNT_LOGOUT, caller.actor(), caller.account(), deadline);
        return Outcome.done(id);
    }

    @Override
    public void signOutEverywhere(Caller caller, Deadline deadline) {
        accounts.signOutEverywhere(caller.account(), deadline);
        reader.forget(caller.account());
        sessions.deleteAll(caller.account(), deadline);
        activity.note(Event.ACCOUNT_LOGOUT, caller.actor(), caller.account(), deadline);
    }

    private Outcome<Caller> set(Caller caller, Account account, Secret wanted, Deadline deadline) {
        Optional<Refusal> fault = passwords.fault(account, wanted);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        Optional<PasswordHash> hash = passwords.hash(wanted, deadline);
        if (hash.isEmpty()) {
            return Outcome.refused(Reason.TOO_MANY);
        }
        return passwords.set(account.id(), hash.get(), deadline).map(changed -> {
            sessions.deleteAll(account.id(), deadline);
            activity.note(Event.ACCOUNT_PASSWORD, caller.actor(), account.id(), deadline);
            return caller;
        });
    }
}
