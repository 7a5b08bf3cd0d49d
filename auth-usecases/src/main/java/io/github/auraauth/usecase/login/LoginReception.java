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
    private final LoginStateVerifier states;
    private final BrowserBinding browser;
    private final ReplayGuard replays;
    private final KernelLogin login;
    private final LoginPolicy policy;

    public LoginReception(
            LoginStateVerifier states,
            BrowserBinding browser,
            ReplayGuard replays,
            KernelLogin login,
            LoginPolicy policy) {
        this.states = requireNonNull(states, "states");
        this.browser = requireNonNull(browser, "browser");
        this.replays = requireNonNull(replays, "replays");
        this.login = requireNonNull(login, "login");
        this.policy = requireNonNull(policy, "policy");
    }

    @Override
    public LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGIN,
                verified -> reply.refusal()
                        .map(refusal -> refused(verified, refusal, deadline))
                        .or(() -> reply.code().map(code -> coded(verified, code, reply.cookie(), deadline)))
                        .orElseGet(LoginOutcome.WithoutCode::new));
    }

    private LoginOutcome refused(VerifiedState verified, ProviderRefusal refusal, Deadline deadline) {
        return replays.once(
                verified,
                deadline,
                () -> new LoginOutcome.RefusedByProvider(policy.sorting().sort(refusal), codes(refusal)));
    }

    /** The error itself comes last: a text may be kept for it where there is none for a code. */
    private static List<String> codes(ProviderRefusal refusal) {
        return Stream.concat(refusal.codes().stream(), Stream.of(refusal.error()))
                .toList();
    }

    private LoginOutcome coded(VerifiedState verified, Secret code, Optional<Secret> cookie, Deadline deadline) {
        if (cookie.isEmpty() || browser.isUnanswered(verified, cookie.get())) {
            return begunElsewhere(verified, code, deadline);
        }
        return browser.verifier(verified, cookie.get())
                .map(verifier -> login.finish(verified, code, Optional.of(verifier), deadline))
                .orElseGet(() -> new LoginOutcome.RefusedState(StateRefusal.BROWSER));
    }

    private LoginOutcome begunElsewhere(VerifiedState verified, Secret code, Deadline deadline) {
        return policy.confirmsLinks()
                ? replays.unused(verified, deadline, () -> browser.question(verified))
                : login.finish(verified, code, Optional.empty(), deadline);
    }
}
