package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.Users;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Changes users of the fake core, and remembers who wanted it. */
final class FakeUserChanges implements UserChanges {
    final List<String> actors = new CopyOnWriteArrayList<>();
    private final Users users;
    private final PersonErasure persons;

    FakeUserChanges(Users users, PersonErasure persons) {
        this.users = users;
        this.persons = persons;
    }

    @Override
    public RegistrationOutcome register(Registration registration, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        return users.register(registration, deadline);
    }

    @Override
    public RegistrationOutcome registerWithAuraId(
            AuraId auraId, Registration registration, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        return users.registerWithAuraId(auraId, registration, deadline);
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        return users.remove(auraId, deadline);
    }

    @Override
    public ErasureOutcome erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline) {
        actors.add(actor.label());
        return persons.erase(phoneNumber, () -> {}, deadline);
    }
}
