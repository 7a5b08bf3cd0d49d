package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RegistrationDecision;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.RegisterUserWithAuraId;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.user.UserStore;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Registers under a given auraId: creates, finds, or renews the session. */
public final class UserRegistrationWithAuraId implements RegisterUserWithAuraId {
    private final UserStore store;
    private final UserWriter writer;
    private final UserIdentities identities;
    private final InstantSource clock;

    public UserRegistrationWithAuraId(
            UserStore store, UserWriter writer, UserIdentities identities, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.writer = Objects.requireNonNull(writer, "writer");
        this.identities = Objects.requireNonNull(identities, "identities");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public RegistrationOutcome register(AuraId auraId, Registration registration, Deadline deadline) {
        do {
            Optional<RegistrationOutcome> outcome = attempt(auraId, registration, deadline);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended("the registration of one auraId");
    }

    /** Empty when others changed what this attempt was based on. */
    private Optional<RegistrationOutcome> attempt(AuraId auraId, Registration registration, Deadline deadline) {
        Optional<User> holder = store.findByAuthorization(registration.authorizationId(), deadline);
        if (holder.filter(user -> !user.auraId().equals(auraId)).isPresent()) {
            return Optional.of(new RegistrationOutcome.AuthorizationInUse());
        }
        Optional<User> existing = store.find(auraId, deadline);
        if (existing.isEmpty()) {
            User user = User.registered(
                    auraId, identities.globalId(registration.authentication()), registration, clock.instant());
            return writer.create(user, deadline);
        }
        RegistrationDecision decision =
                RegistrationDecision.ofKnownAuraId(existing.get(), registration, identities, clock.instant());
        return writer.carryOut(existing.get(), decision, deadline);
    }
}
