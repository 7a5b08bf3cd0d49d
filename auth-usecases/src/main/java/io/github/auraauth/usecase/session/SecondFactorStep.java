package io.github.auraauth.usecase.session;

import static io.github.auraauth.domain.session.AuthenticationMethod.ONE_TIME_CODE;
import static io.github.auraauth.domain.session.AuthenticationMethod.PASSWORD;
import static io.github.auraauth.domain.session.AuthenticationMethod.SEVERAL_FACTORS;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.CredentialResult.Accepted;
import io.github.auraauth.port.in.session.CredentialResult.Refused;
import io.github.auraauth.port.in.session.CredentialResult.Throttled;
import io.github.auraauth.usecase.account.GuessingGuard;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Verifies a second factor behind a password that was right, behind the guard against guessing; of one account one at a time,
 * so that many at once are no way around the guard. Safe for use by many threads.
 */
public final class SecondFactorStep {
    private static final Set<AuthenticationMethod> BY_CODE = Set.of(PASSWORD, ONE_TIME_CODE, SEVERAL_FACTORS);

    private static final Duration UNTIL_THE_OTHER_IS_DONE = Duration.ofSeconds(1);

    private final OneTimeCodeVerifier codes;
    private final GuessingGuard guard;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();

    public SecondFactorStep(OneTimeCodeVerifier codes, GuessingGuard guard) {
        this.codes = codes;
        this.guard = guard;
    }

    /** By a code of an app, or a recovery code. */
    public CredentialResult<Set<AuthenticationMethod>> byCode(
            Account account, Secret code, String source, Deadline deadline) {
        return guarded(account, source, () -> use(account, code, deadline), deadline);
    }

    /** The methods that a code shows, if it is good; it is not any more. For {@link #guarded}. */
    public Optional<Set<AuthenticationMethod>> use(Account account, Secret code, Deadline deadline) {
        return codes.use(account, code, deadline).map(kind -> BY_CODE);
    }

    /**
     * By whatever is looked at when there is no pause; what fails counts.
     *
     * @param verification the methods that were shown, if they are good
     */
    public CredentialResult<Set<AuthenticationMethod>> guarded(
            Account account,
            String source,
            Supplier<Optional<Set<AuthenticationMethod>>> verification,
            Deadline deadline) {
        if (!underWay.add(account.id())) {
            return new Throttled<>(UNTIL_THE_OTHER_IS_DONE);
        }
        try {
            return verified(guard.codeAttempt(account.username().value(), source), verification, deadline);
        } finally {
            underWay.remove(account.id());
        }
    }

    private static CredentialResult<Set<AuthenticationMethod>> verified(
            GuessingGuard.Attempt attempt,
            Supplier<Optional<Set<AuthenticationMethod>>> verification,
            Deadline deadline) {
        Optional<Duration> pause = attempt.pause(deadline);
        if (pause.isPresent()) {
            return new Throttled<>(pause.get());
        }
        Optional<Set<AuthenticationMethod>> methods = verification.get();
        if (methods.isEmpty()) {
            attempt.failed(deadline);
            return new Refused<>();
        }
        attempt.succeeded(deadline);
        return new Accepted<>(methods.get());
    }
}
