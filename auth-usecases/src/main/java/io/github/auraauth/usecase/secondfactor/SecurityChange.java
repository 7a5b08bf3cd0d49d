package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.in.session.Caller;
import java.time.Instant;

/** The rule of who may change the second factors of an account: whoever calls by a session and authenticated lately. */
final class SecurityChange {
    private SecurityChange() {}

    /** The session, or why nothing is changed by it. */
    static Outcome<Session> by(Caller caller, Instant now) {
        if (caller.session().isEmpty()) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        return caller.actor().isAuthenticatedLately(now)
                ? Outcome.done(caller.session().get())
                : Outcome.refused(Reason.REAUTHENTICATION_REQUIRED);
    }
}
