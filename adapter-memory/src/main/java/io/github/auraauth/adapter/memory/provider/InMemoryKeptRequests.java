package io.github.auraauth.adapter.memory.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.KeptRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization requests in the memory of one process, gone with it; those that are over go with the next one. */
public final class InMemoryKeptRequests implements KeptRequests {
    private final Map<RequestDigest, KeptRequest> requests = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param clock by which requests end */
    public InMemoryKeptRequests(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void insert(RequestDigest digest, KeptRequest request, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(request, "request");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        requests.values().removeIf(old -> !old.isGoodAt(now));
        requests.put(digest, request);
    }

    @Override
    public Optional<KeptRequest> find(RequestDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return Optional.ofNullable(requests.get(digest));
    }

    @Override
    public boolean delete(RequestDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return requests.remove(digest) != null;
    }
}
