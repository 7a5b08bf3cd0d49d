package io.github.auraauth.adapter.memory.grant;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import java.time.InstantSource;
import java.util.Optional;

/** Access tokens in the memory of one process, gone with it; those that are over go with the next one. */
public final class InMemoryAccessTokenStore implements AccessTokenStore {
    private final ExpiringValues<AccessTokenDigest, AccessToken> tokens;

    /** @param clock by which tokens end */
    public InMemoryAccessTokenStore(InstantSource clock) {
        this.tokens = new ExpiringValues<>("digest", "token", AccessToken::isGoodAt, clock);
    }

    @Override
    public void insert(AccessTokenDigest digest, AccessToken token, Deadline deadline) {
        tokens.put(digest, token, deadline);
    }

    @Override
    public Optional<AccessToken> find(AccessTokenDigest digest, Deadline deadline) {
        return tokens.find(digest, deadline);
    }

    @Override
    public boolean delete(AccessTokenDigest digest, Deadline deadline) {
        return tokens.take(digest, deadline).isPresent();
    }
}
