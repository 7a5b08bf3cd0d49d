package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.ReceiveLogin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sorts what the provider sends back, and goes on where the browser is the one that began. */
public final class LoginReception implements ReceiveLogin {
    private final StateDesk desk;
    private final BrowserBinding browser;
    private final OneTimeUse states;
    private final KernelLogin login;
    private final LoginManner manner;

    public LoginReception(
            StateDesk desk, BrowserBinding browser, OneTimeUse states, KernelLogin login, LoginManner manner) {
        this.desk = requireNonNull(desk, "desk");
        this.browser = requireNonNull(browser, "browser");
        this.states = requireNonNull(states, "states");
        this.login = requireNonNull(login, "login");
        this.manner = requireNonNull(manner, "manner");
    }

    @Override
    public LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline) {
        return desk.answer(
                call,
                StatePurpose.LOGIN,
                good -> reply.refusal()
                        .map(refusal -> refused(good, refusal, deadline))
                        .or(() -> reply.code().map(code -> coded(good, code, reply.cookie(), deadline)))
                        .orElseGet(LoginOutcome.WithoutCode::new));
    }

    private LoginOutcome refused(GoodState good, ProviderRefusal refusal, Deadline deadline) {
        return states.once(
                good,
                deadline,
                () -> new LoginOutcome.RefusedByProvider(manner.sorting().sort(refusal), codes(refusal)));
    }

    /** The error itself comes last: a text may be kept for it where there is none for a code. */
    private static List<String> codes(ProviderRefusal refusal) {
        return Stream.concat(refusal.codes().stream(), Stream.of(refusal.error()))
                .toList();
    }

    private LoginOutcome coded(GoodState good, Secret code, Optional<Secret> cookie, Deadline deadline) {
        if (cookie.isEmpty() || browser.isUnanswered(good, cookie.get())) {
            return begunElsewhere(good, code, deadline);
        }
        return browser.verifier(good, cookie.get())
                .map(verifier -> login.finish(good, code, Optional.of(verifier), deadline))
                .orElseGet(() -> new LoginOutcome.RefusedState(StateRefusal.BROWSER));
    }

    private LoginOutcome begunElsewhere(GoodState good, Secret code, Deadline deadline) {
        return manner.confirmsLinks()
                ? states.unused(good, deadline, () -> browser.question(good))
                : login.finish(good, code, Optional.empty(), deadline);
    }
}
