package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.CredentialResult.Accepted;
import io.github.auraauth.port.in.session.CredentialResult.Refused;
import io.github.auraauth.port.in.session.CredentialResult.Throttled;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.password.PasswordHasher;
import java.time.Duration;
import java.util.Optional;

/**
 * Verifies passwords: behind the guard against guessing, in the lane of hashing, at the same cost whether there is such an
 * account or not. Safe for use by many threads.
 */
public final class PasswordVerifier {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final AccountStore accounts;
    private final AccountWriter writer;
    private final PasswordHasher hasher;
    private final HashingLane lane;
    private final GuessingGuard guard;

    public PasswordVerifier(
            AccountStore accounts, AccountWriter writer, PasswordHasher hasher, HashingLane lane, GuessingGuard guard) {
        this.accounts = accounts;
        this.writer = writer;
        this.hasher = hasher;
        this.lane = lane;
        this.guard = guard;
    }

    /**
     * Verifies, and hashes anew what was hashed at less than the present cost, where there is time for it.
     *
     * @param username in whatever spelling, or none at all
     */
    public CredentialResult<Account> verify(String username, Secret password, String source, Deadline deadline) {
        Optional<Username> name = Username.parse(username);
        GuessingGuard.Attempt attempt = guard.attempt(name.map(Username::value).orElse(""), source);
        Optional<Duration> pause = attempt.pause(deadline);
        if (pause.isPresent()) {
            return new Throttled<>(pause.get());
        }
        // once more in the lane, where those who guess at once come one by one
        Optional<CredentialResult<Account>> result = lane.run(
                () -> attempt.pause(deadline)
                        .<CredentialResult<Account>>map(Throttled::new)
                        .orElseGet(() -> decide(name, password, attempt, deadline)),
                deadline);
        return result.orElseGet(() -> new Throttled<>(BUSY));
    }

    private CredentialResult<Account> decide(
            Optional<Username> name, Secret password, GuessingGuard.Attempt attempt, Deadline deadline) {
        Optional<Account> account =
                name.flatMap(each -> accounts.findByUsername(each, deadline)).filter(Account::isActive);
        Duration before = deadline.remaining();
        if (!matches(account, password)) {
            attempt.failed(deadline);
            return new Refused<>();
        }
        Duration cost = before.minus(deadline.remaining());
        // half a login is none: else the password alone would forget the failures of its second factor
        if (!account.orElseThrow().secondFactors().any()) {
            attempt.succeeded(deadline);
        }
        // one hash takes what the other took, and twice that is a good margin on a machine with too much to do
        boolean enoughTime = deadline.remaining().compareTo(cost.multipliedBy(2)) >= 0;
        return new Accepted<>(enoughTime ? rehashed(account.orElseThrow(), password, deadline) : account.orElseThrow());
    }

    private boolean matches(Optional<Account> account, Secret password) {
        if (account.flatMap(Account::password).isEmpty()) {
            hasher.waste(password);
            return false;
        }
        return hasher.matches(password, account.get().password().orElseThrow());
    }

    /** As long as nobody sets another one meanwhile. */
    private Account rehashed(Account account, Secret password, Deadline deadline) {
        if (!hasher.isOutdated(account.password().orElseThrow())) {
            return account;
        }
        var hash = hasher.hash(password);
        return writer.change(
                        account.id(),
                        present -> Outcome.done(
                                present.password().equals(account.password()) ? present.rehashed(hash) : present),
                        deadline)
                .fold(changed -> changed, refusal -> account);
    }
}
