package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.removal.AuraIdHasher;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.port.out.login.LoginStateUses;
import java.time.Instant;
import java.util.function.Supplier;

/** Uses states up, and knows those that an erasure has made worthless. */
public final class OneTimeUse {
    private final LoginStateUses uses;
    private final ErasedAuraIds erased;
    private final AuraIdHasher hasher;

    public OneTimeUse(LoginStateUses uses, ErasedAuraIds erased, AuraIdHasher hasher) {
        this.uses = requireNonNull(uses, "uses");
        this.erased = requireNonNull(erased, "erased");
        this.hasher = requireNonNull(hasher, "hasher");
    }

    /** What follows for whoever uses the state first; a refusal for everybody else. */
    LoginOutcome once(GoodState good, Deadline deadline, Supplier<LoginOutcome> next) {
        // an instance whose clock is behind takes the state for that much longer
        Instant forgotten = good.read().end().plus(StateRules.AHEAD);
        return switch (uses.use(good.read().digest(), forgotten, deadline)) {
            case FIRST -> next.get();
            case REPEATED -> new LoginOutcome.RefusedState(StateRefusal.USED);
        };
    }

    /** What follows where the state has not been used, which this does not do; a refusal where it has. */
    LoginOutcome unused(GoodState good, Deadline deadline, Supplier<LoginOutcome> next) {
        return uses.isUsed(good.read().digest(), deadline)
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
