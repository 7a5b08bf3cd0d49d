package io.github.auraauth.adapter.memory.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.PendingLoginStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pending logins in the memory of one process, gone with it; those that have ended go with the next one. */
public final class InMemoryPendingLoginStore implements PendingLoginStore {
    private final Map<PendingLoginDigest, PendingLogin> logins = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which logins end */
    public InMemoryPendingLoginStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void insert(PendingLoginDigest digest, PendingLogin login, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(login, "login");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (logins) {
            logins.values().removeIf(old -> !old.isGoodAt(now));
            logins.put(digest, login);
        }
    }

    @Override
    public Optional<PendingLogin> find(PendingLoginDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        synchronized (logins) {
            return Optional.ofNullable(logins.get(digest));
        }
    }

    @Override
    public boolean countTry(PendingLoginDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        synchronized (logins) {
            PendingLogin login = logins.get(digest);
            if (login == null || login.tries() >= PendingLogin.MOST_TRIES) {
                return false;
            }
            logins.put(digest, login.tried());
            return true;
        }
    }

    @Override
    public boolean take(PendingLoginDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        synchronized (logins) {
            return logins.remove(digest) != null;
        }
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (logins) {
            logins.values().removeIf(login -> login.account().equals(account));
        }
    }
}
