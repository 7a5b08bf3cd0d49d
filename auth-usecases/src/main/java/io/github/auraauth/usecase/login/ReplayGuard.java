package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.port.out.login.LoginStateUses;
import java.time.Instant;
import java.util.function.Supplier;

/** Lets each login state be used once, and tells which ones an erasure has made void. */
public final class ReplayGuard {
    private final LoginStateUses uses;
    private final ErasedAuraIds erased;
    private final AuraIdHasher hasher;

    public ReplayGuard(LoginStateUses uses, ErasedAuraIds erased, AuraIdHasher hasher) {
        this.uses = requireNonNull(uses, "uses");
        this.erased = requireNonNull(erased, "erased");
        this.hasher = requireNonNull(hasher, "hasher");
    }

    /** Marks the state as used and goes on where it was not used before; else refuses it. */
    LoginOutcome once(VerifiedState verified, Deadline deadline, Supplier<LoginOutcome> next) {
        // an instance whose clock is behind takes the state for that much longer
        Instant forgotten = verified.read().end().plus(StateRules.AHEAD);
        return switch (uses.use(verified.read().digest(), forgotten, deadline)) {
            case FIRST -> next.get();
            case REPEATED -> new LoginOutcome.RefusedState(StateRefusal.USED);
        };
    }

    /** Goes on where the state has not been used, without marking it as used; else refuses it. */
    LoginOutcome unused(VerifiedState verified, Deadline deadline, Supplier<LoginOutcome> next) {
        return uses.isUsed(verified.read().digest(), deadline)
                ? new LoginOutcome.RefusedState(StateRefusal.USED)
                : next.get();
    }

    /** Whether the auraId was erased after the state was made, or so shortly before that clocks may have erred. */
    boolean isFromBeforeErasure(LoginState state, Deadline deadline) {
        return erased.erasedAt(hasher.hash(state.auraId()), deadline)
                .filter(at -> !state.issuedAt().isAfter(at.plus(StateRules.AHEAD)))
                .isPresent();
    }
}
