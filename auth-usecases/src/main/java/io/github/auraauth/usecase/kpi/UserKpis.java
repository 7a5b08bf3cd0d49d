package io.github.auraauth.usecase.kpi;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.usecase.kpi.KpiRecorder.Ended;
import io.github.auraauth.usecase.kpi.KpiRecorder.Operation;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of registrations and removals, whoever asks for them. */
final class UserKpis {
    private UserKpis() {}

    static RegistrationOutcome registering(
            KpiRecorder recorder, Registration registration, Supplier<RegistrationOutcome> operation) {
        return recorder.record(
                of(KpiKind.REGISTER, registration),
                operation,
                outcome -> Optional.of(
                        outcome.isRenewal()
                                ? new Ended(of(KpiKind.RENEW, registration), KpiResult.RENEWED)
                                : new Ended(of(KpiKind.REGISTER, registration), result(outcome))));
    }

    static RemoveOutcome removing(KpiRecorder recorder, Supplier<RemoveOutcome> operation) {
        Operation removal = Operation.of(KpiKind.REMOVE);
        return recorder.record(
                removal,
                operation,
                outcome -> Optional.of(new Ended(
                        removal,
                        switch (outcome) {
                            case REMOVED -> KpiResult.REMOVED;
                            case ABSENT -> KpiResult.ABSENT;
                        })));
    }

    private static Operation of(KpiKind kind, Registration registration) {
        return new Operation(
                kind,
                Optional.of(registration.channelId()),
                Optional.of(registration.authentication().type()));
    }

    private static KpiResult result(RegistrationOutcome outcome) {
        return outcome.fold(
                created -> KpiResult.CREATED,
                present -> KpiResult.FOUND,
                () -> KpiResult.CONFLICT,
                () -> KpiResult.CONFLICT);
    }
}
