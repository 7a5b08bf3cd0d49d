package io.github.auraauth.adapter.memory.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens in the memory of one process, gone with it; those that are over go with the next one. */
public final class InMemoryAccessTokenStore implements AccessTokenStore {
    private final Map<AccessTokenDigest, AccessToken> tokens = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param clock by which tokens end */
    public InMemoryAccessTokenStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void insert(AccessTokenDigest digest, AccessToken token, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(token, "token");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        tokens.values().removeIf(old -> !old.isGoodAt(now));
        tokens.put(digest, token);
    }

    @Override
    public Optional<AccessToken> find(AccessTokenDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return Optional.ofNullable(tokens.get(digest));
    }

    @Override
    public boolean delete(AccessTokenDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return tokens.remove(digest) != null;
    }
}
