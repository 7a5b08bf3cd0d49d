package io.github.auraauth.adapter.http;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.LoginAnswer;
import io.github.auraauth.port.in.LoginCall;
import io.github.auraauth.port.in.LoginOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The steps of a login and logout, each answering what the test says and noting what it was asked. */
final class FakeLogin {
    final List<LoginCall> calls = new CopyOnWriteArrayList<>();
    final List<LoginCall.Reply> replies = new CopyOnWriteArrayList<>();
    final List<LoginCall.Consent> consents = new CopyOnWriteArrayList<>();
    final List<Deadline> deadlines = new CopyOnWriteArrayList<>();

    Supplier<LoginAnswer> answer = FakeLogin::refused;

    void reset() {
        calls.clear();
        replies.clear();
        consents.clear();
        deadlines.clear();
        answer = FakeLogin::refused;
    }

    /** From now on every step ends like this, for a state without a language. */
    void ends(LoginOutcome outcome) {
        answer = () -> LoginAnswer.of(outcome);
    }

    /** The same, for a state with that language. */
    void ends(LoginOutcome outcome, String locale) {
        answer = () -> new LoginAnswer(outcome, Optional.of(locale));
    }

    InboundPorts.Login ports() {
        return new InboundPorts.Login(
                this::note,
                (call, reply, deadline) -> {
                    replies.add(reply);
                    return note(call, deadline);
                },
                (call, consent, deadline) -> {
                    consents.add(consent);
                    return note(call, deadline);
                },
                this::note);
    }

    private static LoginAnswer refused() {
        return LoginAnswer.of(new LoginOutcome.RefusedState());
    }

    private LoginAnswer note(LoginCall call, Deadline deadline) {
        calls.add(call);
        deadlines.add(deadline);
        return answer.get();
    }
}
