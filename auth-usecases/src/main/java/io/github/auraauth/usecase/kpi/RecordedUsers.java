package io.github.auraauth.usecase.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import java.util.Optional;

/** Users whose registrations, removals and anonymous identities are recorded; reading is not. */
final class RecordedUsers implements Users {
    private final Users users;
    private final KpiRecorder recorder;

    RecordedUsers(Users users, KpiRecorder recorder) {
        this.users = requireNonNull(users, "users");
        this.recorder = recorder;
    }

    @Override
    public RegistrationOutcome register(Registration registration, Deadline deadline) {
        return UserKpis.registering(recorder, registration, () -> users.register(registration, deadline));
    }

    @Override
    public RegistrationOutcome registerWithAuraId(AuraId auraId, Registration registration, Deadline deadline) {
        return UserKpis.registering(
                recorder, registration, () -> users.registerWithAuraId(auraId, registration, deadline));
    }

    @Override
    public Optional<User> read(AuraId auraId, Deadline deadline) {
        return users.read(auraId, deadline);
    }

    @Override
    public Optional<User> readWithIdTokenHint(AuraId auraId, Deadline deadline) {
        return users.readWithIdTokenHint(auraId, deadline);
    }

    @Override
    public Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        return users.findNewest(auraGlobalId, channelId, deadline);
    }

    @Override
    public AnonymousUser identifyAnonymous(AuraId auraId, ChannelId channelId) {
        var operation = new KpiRecorder.Operation(KpiKind.ANONYMOUS, Optional.of(channelId), Optional.empty());
        return recorder.record(
                operation,
                () -> users.identifyAnonymous(auraId, channelId),
                identity -> Optional.of(new KpiRecorder.Ended(operation, KpiResult.DONE)));
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, Deadline deadline) {
        return UserKpis.removing(recorder, () -> users.remove(auraId, deadline));
    }
}
