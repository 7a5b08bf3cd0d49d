package io.github.auraauth.port.out.login;

import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;

/**
 * The login states that have been used, so that each is used once, on whatever instance. Safe for use by many threads
 * and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface LoginStateUses {
    /**
     * Notes the use, atomically: of any number of callers at once one finds it first.
     *
     * @param end from when on the state is too old anyway, so that the note may be forgotten
     */
    StateUseOutcome use(StateDigest state, Instant end, Deadline deadline);

    /** Whether a use is noted and not forgotten: to refuse early, not to decide by. */
    boolean isUsed(StateDigest state, Deadline deadline);

    /** What came of a use. */
    enum StateUseOutcome {
        FIRST,
        /** It was used before, or at the same moment by another. */
        REPEATED
    }
}
