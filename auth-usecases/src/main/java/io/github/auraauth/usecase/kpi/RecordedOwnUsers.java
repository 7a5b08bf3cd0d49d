package io.github.auraauth.usecase.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import java.util.Optional;

/** A person's users, whose registrations and removals are recorded. */
final class RecordedOwnUsers implements OwnUsers {
    private final OwnUsers users;
    private final KpiRecorder recorder;

    RecordedOwnUsers(OwnUsers users, KpiRecorder recorder) {
        this.users = requireNonNull(users, "users");
        this.recorder = recorder;
    }

    @Override
    public RegistrationOutcome register(Registration registration, Deadline deadline) {
        return UserKpis.registering(recorder, registration, () -> users.register(registration, deadline));
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
        return UserKpis.removing(recorder, () -> users.remove(auraId, owner, deadline));
    }

    @Override
    public Optional<AuraId> findNewest(
            AuraGlobalId auraGlobalId, ChannelId channelId, UserId owner, Deadline deadline) {
        return users.findNewest(auraGlobalId, channelId, owner, deadline);
    }
}
