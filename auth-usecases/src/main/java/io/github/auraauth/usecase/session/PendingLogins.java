package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.LoginResult.PendingSecondFactor;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.session.PendingLoginStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Logins that wait for a second factor: makes their secrets, and knows them again. Safe for use by many threads and processes. */
public final class PendingLogins {
    private static final int DIGITS = 43;

    private final PendingLoginStore logins;
    private final AccountStore accounts;
    private final KeyedDigest digest;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public PendingLogins(
            PendingLoginStore logins, AccountStore accounts, Secret seed, InstantSource clock, SecureRandom random) {
        this.logins = logins;
        this.accounts = accounts;
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/pending-login/v1");
        this.clock = clock;
        this.random = random;
    }

    /** Has a login wait, whose password was right. */
    PendingSecondFactor begin(Account account, Deadline deadline) {
        Secret secret = Secret.ofText(Base62.random(DIGITS, random));
        logins.insert(digest(secret), PendingLogin.of(account.id(), account.epoch(), clock.instant()), deadline);
        return new PendingSecondFactor(secret, account.secondFactors().kinds());
    }

    /** Who is logging in, as they are now; empty when the login is none, has ended or was tried too often, or the account is not what it was. */
    public Optional<Account> find(Secret pending, Deadline deadline) {
        return logins.find(digest(pending), deadline)
                .filter(login -> login.isGoodAt(clock.instant()))
                .flatMap(login -> accounts.find(login.account(), deadline)
                        .filter(account -> account.isActive() && account.epoch() == login.epoch()));
    }

    /** Counts a try; false when there have been too many. */
    public boolean countTry(Secret pending, Deadline deadline) {
        return logins.countTry(digest(pending), deadline);
    }

    /** Ends it: of any number of callers at once, one is told that it was there. */
    public boolean take(Secret pending, Deadline deadline) {
        return logins.take(digest(pending), deadline);
    }

    private PendingLoginDigest digest(Secret secret) {
        return new PendingLoginDigest(digest.hex(secret.revealText()));
    }
}
