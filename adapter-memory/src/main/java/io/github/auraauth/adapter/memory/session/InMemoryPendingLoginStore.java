package io.github.auraauth.adapter.memory.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.PendingLoginStore;
import java.time.InstantSource;
import java.util.Optional;

/** Pending logins in the memory of one process, gone with it; those that have ended go with the next one. */
public final class InMemoryPendingLoginStore implements PendingLoginStore {
    private final ExpiringValues<PendingLoginDigest, PendingLogin> logins;

    /** @param clock by which logins end */
    public InMemoryPendingLoginStore(InstantSource clock) {
        this.logins = new ExpiringValues<>("digest", "login", PendingLogin::isGoodAt, clock);
    }

    @Override
    public void insert(PendingLoginDigest digest, PendingLogin login, Deadline deadline) {
        logins.put(digest, login, deadline);
    }

    @Override
    public Optional<PendingLogin> find(PendingLoginDigest digest, Deadline deadline) {
        return logins.find(digest, deadline);
    }

    @Override
    public boolean countTry(PendingLoginDigest digest, Deadline deadline) {
        return logins.change(digest, login -> login.tries() < PendingLogin.MOST_TRIES, PendingLogin::tried, deadline);
    }

    @Override
    public boolean take(PendingLoginDigest digest, Deadline deadline) {
        return logins.take(digest, deadline).isPresent();
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        logins.removeIf(login -> login.account().equals(account), deadline);
    }
}
