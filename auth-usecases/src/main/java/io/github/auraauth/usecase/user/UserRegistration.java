package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RegistrationDecision;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.user.UserStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Registers users by authorizationId or under a given auraId; tries again where another writer was faster. */
final class UserRegistration {
    private final UserStore store;
    private final UserWriter writer;
    private final UserIdentities identities;
    private final InstantSource clock;
    private final SecureRandom random;

    UserRegistration(
            UserStore store, UserWriter writer, UserIdentities identities, InstantSource clock, SecureRandom random) {
        this.store = store;
        this.writer = writer;
        this.identities = identities;
        this.clock = clock;
        this.random = Objects.requireNonNull(random, "random");
    }

    /** Inserts first, and where the authorizationId is taken, decides on the user who has it. */
    RegistrationOutcome register(Registration registration, Deadline deadline) {
        return decided("the registration of one authorizationId", deadline, () -> attempt(registration, deadline));
    }

    /** Creates the user with that auraId, finds them, or renews their session. */
    RegistrationOutcome registerWithAuraId(AuraId auraId, Registration registration, Deadline deadline) {
        return decided("the registration of one auraId", deadline, () -> attempt(auraId, registration, deadline));
    }

    /** @param attempt gives nothing when others changed what it was based on */
    private static RegistrationOutcome decided(
            String what, Deadline deadline, Supplier<Optional<RegistrationOutcome>> attempt) {
        do {
            Optional<RegistrationOutcome> outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended(what);
    }

    private Optional<RegistrationOutcome> attempt(Registration registration, Deadline deadline) {
        User user = registered(AuraId.random(random), registration);
        return store.insert(user, deadline)
                .fold(
                        () -> Optional.of(new RegistrationOutcome.Created(user)),
                        stranger -> Optional.empty(),
                        Optional::empty,
                        holder -> writer.carryOut(
                                holder, RegistrationDecision.ofKnownAuthorization(holder, registration), deadline),
                        () -> Optional.of(new RegistrationOutcome.UserConflict()));
    }

    /** Most such users are new: inserting first, it costs them no more than an auraId of our making. */
    private Optional<RegistrationOutcome> attempt(AuraId auraId, Registration registration, Deadline deadline) {
        return writer.create(
                registered(auraId, registration),
                holder -> known(holder, registration, deadline),
                holder -> inUse(holder, auraId),
                deadline);
    }

    private Optional<RegistrationOutcome> known(User existing, Registration registration, Deadline deadline) {
        RegistrationDecision decision =
                RegistrationDecision.ofKnownAuraId(existing, registration, identities, clock.instant());
        Optional<RegistrationOutcome> outcome = writer.carryOut(existing, decision, deadline);
        return outcome.equals(Optional.of(new RegistrationOutcome.UserConflict()))
                ? heldByAnother(existing.auraId(), registration, deadline).or(() -> outcome)
                : outcome;
    }

    private Optional<RegistrationOutcome> heldByAnother(AuraId auraId, Registration registration, Deadline deadline) {
        return store.findByAuthorization(registration.authorizationId(), deadline)
                .flatMap(holder -> inUse(holder, auraId));
    }

    /** Empty where it is the same user, who has come meanwhile. */
    private static Optional<RegistrationOutcome> inUse(User holder, AuraId auraId) {
        return holder.auraId().equals(auraId)
                ? Optional.empty()
                : Optional.of(new RegistrationOutcome.AuthorizationInUse());
    }

    private User registered(AuraId auraId, Registration registration) {
        return User.registered(
                auraId, identities.globalId(registration.authentication()), registration, clock.instant());
    }
}
