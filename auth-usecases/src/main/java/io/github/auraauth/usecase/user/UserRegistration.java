package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RegistrationDecision;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.RegisterUser;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.user.UserStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Registers by authorizationId: inserts first, and where it is taken, decides on the user who has it. */
public final class UserRegistration implements RegisterUser {
    private final UserStore store;
    private final UserWriter writer;
    private final UserIdentities identities;
    private final InstantSource clock;
    private final SecureRandom random;

    public UserRegistration(
            UserStore store, UserWriter writer, UserIdentities identities, InstantSource clock, SecureRandom random) {
        this.store = Objects.requireNonNull(store, "store");
        this.writer = Objects.requireNonNull(writer, "writer");
        this.identities = Objects.requireNonNull(identities, "identities");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public RegistrationOutcome register(Registration registration, Deadline deadline) {
        do {
            Optional<RegistrationOutcome> outcome = attempt(registration, deadline);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended("the registration of one authorizationId");
    }

    /** Empty when others changed what this attempt was based on. */
    private Optional<RegistrationOutcome> attempt(Registration registration, Deadline deadline) {
        User user = User.registered(
                AuraId.random(random),
                identities.globalId(registration.authentication()),
                registration,
                clock.instant());
        return switch (store.insert(user, deadline)) {
            case INSERTED -> Optional.of(new RegistrationOutcome.Created(user));
            case AURA_ID_TAKEN -> Optional.empty();
            case TAKEN_BY_UNREADABLE -> Optional.of(new RegistrationOutcome.UserConflict());
            case AUTHORIZATION_TAKEN ->
                store.findByAuthorization(registration.authorizationId(), deadline)
                        .flatMap(existing -> writer.carryOut(
                                existing, RegistrationDecision.ofKnownAuthorization(existing, registration), deadline));
        };
    }
}
