package io.github.auraauth.usecase.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.usecase.kpi.KpiRecorder.Ended;
import io.github.auraauth.usecase.kpi.KpiRecorder.Operation;
import java.util.Optional;
import java.util.function.Supplier;

/** Logins and logouts, of which the step is recorded that ends one, whatever way; a step that leads on is not. */
final class RecordedLogins implements Logins {
    private final Logins logins;
    private final KpiRecorder recorder;

    RecordedLogins(Logins logins, KpiRecorder recorder) {
        this.logins = requireNonNull(logins, "logins");
        this.recorder = recorder;
    }

    @Override
    public LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline) {
        return recorded(KpiKind.LOGIN, () -> logins.start(call, cookie, deadline));
    }

    @Override
    public LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline) {
        return recorded(KpiKind.LOGIN, () -> logins.proceed(call, consent, deadline));
    }

    @Override
    public LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline) {
        return recorded(KpiKind.LOGIN, () -> logins.receive(call, reply, deadline));
    }

    @Override
    public LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline) {
        return recorded(KpiKind.LOGIN, () -> logins.confirm(call, code, consent, deadline));
    }

    @Override
    public LoginAnswer end(LoginCall call, Deadline deadline) {
        return recorded(KpiKind.LOGOUT, () -> logins.end(call, deadline));
    }

    private LoginAnswer recorded(KpiKind kind, Supplier<LoginAnswer> step) {
        return recorder.record(
                Operation.of(kind),
                step,
                answer -> answer.outcome()
                        .fold(new LoginResults())
                        .map(result -> new Ended(
                                new Operation(
                                        kind,
                                        answer.channelId(),
                                        answer.outcome().authenticationType()),
                                result)));
    }
}
