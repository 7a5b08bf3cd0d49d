package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.KeptRequests;
import java.time.InstantSource;
import java.util.Optional;

/** Authorization requests in the memory of one process, gone with it; those that are over go with the next one. */
public final class InMemoryKeptRequests implements KeptRequests {
    private final ExpiringValues<RequestDigest, KeptRequest> requests;

    /** @param clock by which requests end */
    public InMemoryKeptRequests(InstantSource clock) {
        this.requests = new ExpiringValues<>("digest", "request", KeptRequest::isGoodAt, clock);
    }

    @Override
    public void insert(RequestDigest digest, KeptRequest request, Deadline deadline) {
        requests.put(digest, request, deadline);
    }

    @Override
    public Optional<KeptRequest> find(RequestDigest digest, Deadline deadline) {
        return requests.find(digest, deadline);
    }

    @Override
    public boolean delete(RequestDigest digest, Deadline deadline) {
        return requests.take(digest, deadline).isPresent();
    }
}
