package io.github.auraauth.adapter.memory.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.GrantStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Grants in the memory of one process, gone with it; those that are over go with the next one. */
public final class InMemoryGrantStore implements GrantStore {
    private final ExpiringValues<GrantId, Grant> grants;

    /** @param clock by which grants end */
    public InMemoryGrantStore(InstantSource clock) {
        this.grants = new ExpiringValues<>("id", "grant", Grant::isGoodAt, clock);
    }

    @Override
    public void insert(Grant grant, Deadline deadline) {
        grants.put(requireNonNull(grant, "grant").id(), grant, deadline);
    }

    @Override
    public Optional<Grant> find(GrantId id, Deadline deadline) {
        return grants.find(id, deadline);
    }

    @Override
    public boolean activate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline) {
        return isAdvanced(id, grant -> !grant.isActive(), generation, new Period(at, expiresAt), deadline);
    }

    @Override
    public boolean rotate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline) {
        Predicate<Grant> present = grant -> grant.isActive() && grant.generation() == generation;
        return isAdvanced(id, present, generation + 1, new Period(at, expiresAt), deadline);
    }

    @Override
    public boolean delete(GrantId id, Deadline deadline) {
        return grants.take(id, deadline).isPresent();
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        grants.removeIf(grant -> grant.account().equals(account), deadline);
    }

    @Override
    public void deleteAll(AccountId account, ClientId client, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(client, "client");
        grants.removeIf(
                grant -> grant.account().equals(account) && grant.client().equals(client), deadline);
    }

    /** Whether the grant was as it had to be, and so is active in that generation now. */
    private boolean isAdvanced(
            GrantId id, Predicate<Grant> expected, long generation, Period period, Deadline deadline) {
        return grants.change(id, expected, grant -> active(grant, generation, period), deadline);
    }

    private static Grant active(Grant grant, long generation, Period period) {
        return new Grant(
                grant.id(),
                grant.client(),
                grant.account(),
                grant.epoch(),
                grant.scopes(),
                grant.authentication(),
                grant.request(),
                Grant.State.ACTIVE,
                generation,
                period.at,
                period.expiresAt);
    }

    /** From when to when a generation is good. */
    private record Period(Instant at, Instant expiresAt) {
        Period {
            requireNonNull(at, "at");
            requireNonNull(expiresAt, "expiresAt");
        }
    }
}
