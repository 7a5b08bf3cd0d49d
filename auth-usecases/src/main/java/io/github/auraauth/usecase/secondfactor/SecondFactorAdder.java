package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.FinishedSetup;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.session.SessionStarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Adds factors to accounts: gives recovery codes with the first one, and gives the session that it was added by the factor. */
public final class SecondFactorAdder {
    private final AccountWriter writer;
    private final RecoveryCodes recovery;
    private final SessionStore sessions;
    private final SessionStarter starter;
    private final ActivityRecorder activity;

    public SecondFactorAdder(
            AccountWriter writer,
            RecoveryCodes recovery,
            SessionStore sessions,
            SessionStarter starter,
            ActivityRecorder activity) {
        this.writer = writer;
        this.recovery = recovery;
        this.sessions = sessions;
        this.starter = starter;
        this.activity = activity;
    }

    /**
     * Adds one.
     *
     * @param secret of the caller's session
     * @param shown by which methods the factor was shown just now
     * @param object what activity calls the factor
     * @param add gives the account's factors with the new one, or refuses
     */
    Outcome<FinishedSetup> add(
            Caller caller,
            Secret secret,
            Set<AuthenticationMethod> shown,
            String object,
            Function<SecondFactors, Outcome<SecondFactors>> add,
            Deadline deadline) {
        Session session = caller.session().orElseThrow();
        Map<RecoveryCodeDigest, Secret> codes = recovery.next();
        return writer.change(session.account(), account -> added(account, session, codes.keySet(), add), deadline)
                .map(account -> {
                    boolean first = account.epoch() != session.epoch();
                    if (first) {
                        sessions.deleteAll(session.account(), deadline);
                    }
                    activity.note(Event.FACTOR_ADD, caller.actor(), Optional.of(session.account()), object, deadline);
                    return new FinishedSetup(
                            starter.extend(session, account, shown, secret, deadline),
                            first ? List.copyOf(codes.values()) : List.of());
                });
    }

    private static Outcome<Account> added(
            Account account,
            Session session,
            Set<RecoveryCodeDigest> codes,
            Function<SecondFactors, Outcome<SecondFactors>> add) {
        if (!account.isActive() || account.epoch() != session.epoch()) {
            return Outcome.refused(Reason.REAUTHENTICATION_REQUIRED);
        }
        boolean first = !account.secondFactors().any();
        return add.apply(account.secondFactors())
                .map(factors -> account.with(first ? factors.withRecoveryCodes(codes) : factors));
    }
}
