package io.github.auraauth.domain.session;

import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import java.util.Optional;

/**
 * Of whom a second factor is asked: of everybody who has one, and of those to whom administration is open. The one place that
 * says so.
 *
 * @param requiredOfStaff whether those to whom administration is open must have one
 * @param passwordWithEachCall whether a password that is sent with each call is enough also of those, and of whoever has one, as in
 *     development
 */
public record SecondFactorPolicy(boolean requiredOfStaff, boolean passwordWithEachCall) {
    /** What a session is good for; empty where it is for nothing, since a factor that is there was not shown. */
    public Optional<Access> ofSession(Session session, Rights rights, SecondFactors factors) {
        if (session.hasSeveralFactors()) {
            return Optional.of(Access.FULL);
        }
        // not even for setting one up: who knows the password alone would add a factor of their own
        if (factors.any()) {
            return Optional.empty();
        }
        return Optional.of(isRequired(rights) ? Access.SECOND_FACTOR_SETUP : Access.FULL);
    }

    /** Whether a password that is sent with each call is enough. */
    public boolean admitsPassword(Rights rights, SecondFactors factors) {
        return passwordWithEachCall || !rights.staff() && !factors.any();
    }

    /** Whether somebody with those rights must have a second factor. */
    public boolean isRequired(Rights rights) {
        return requiredOfStaff && rights.staff();
    }
}
