package io.github.auraauth.usecase.login;

import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Handles the provider's reply: a refusal, or a code, which is exchanged at once where this browser began the login. */
final class LoginCallback {
    private final ReplayGuard replays;
    private final BrowserBinding browser;
    private final KernelLogin login;
    private final LoginPolicy policy;

    LoginCallback(ReplayGuard replays, BrowserBinding browser, KernelLogin login, LoginPolicy policy) {
        this.replays = replays;
        this.browser = browser;
        this.login = login;
        this.policy = policy;
    }

    LoginOutcome receive(VerifiedState verified, LoginCall.Reply reply, Deadline deadline) {
        return reply.refusal()
                .map(refusal -> refused(verified, refusal, deadline))
                .or(() -> reply.code().map(code -> coded(verified, code, reply.cookie(), deadline)))
                .orElseGet(LoginOutcome.WithoutCode::new);
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
