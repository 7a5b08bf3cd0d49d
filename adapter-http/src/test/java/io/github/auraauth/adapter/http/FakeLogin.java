package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.Logins;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The steps of a login and logout, each answering what the test says and noting what it was asked. */
final class FakeLogin {
    final List<LoginCall> calls = new CopyOnWriteArrayList<>();
    final List<LoginCall.Reply> replies = new CopyOnWriteArrayList<>();
    final List<LoginCall.Consent> consents = new CopyOnWriteArrayList<>();
    final List<Secret> codes = new CopyOnWriteArrayList<>();
    final List<Optional<Secret>> cookies = new CopyOnWriteArrayList<>();
    final List<Deadline> deadlines = new CopyOnWriteArrayList<>();

    Supplier<LoginAnswer> answer = FakeLogin::refused;

    void reset() {
        calls.clear();
        replies.clear();
        consents.clear();
        codes.clear();
        cookies.clear();
        deadlines.clear();
        answer = FakeLogin::refused;
    }

    /** From now on every step ends like this, for a state without a language. */
    void ends(LoginOutcome outcome) {
        answer = () -> LoginAnswer.of(outcome);
    }

    /** The same, for a state with that language. */
    void ends(LoginOutcome outcome, String locale) {
        answer = () -> new LoginAnswer(outcome, Optional.of(locale), Optional.empty());
    }

    Logins port() {
        return new Logins() {
            @Override
            public LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline) {
                cookies.add(cookie);
                return note(call, deadline);
            }

            @Override
            public LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline) {
                consents.add(consent);
                return note(call, deadline);
            }

            @Override
            public LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline) {
                replies.add(reply);
                return note(call, deadline);
            }

            @Override
            public LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline) {
                codes.add(code);
                consents.add(consent);
                return note(call, deadline);
            }

            @Override
            public LoginAnswer end(LoginCall call, Deadline deadline) {
                return note(call, deadline);
            }
        };
    }

    private static LoginAnswer refused() {
        return LoginAnswer.of(new LoginOutcome.RefusedState(StateRefusal.UNREADABLE));
    }

    private LoginAnswer note(LoginCall call, Deadline deadline) {
        calls.add(call);
        deadlines.add(deadline);
        return answer.get();
    }
}
