package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import java.util.Optional;

/** The users whom this process holds in its memory. Asks nobody and waits for nothing; safe for use by many threads. */
public interface CachedUsers {

    /**
     * The user as {@link Users#read} would give them at this moment, without idTokenHint; empty where that has to be asked:
     * it says nothing of whether there is one.
     */
    Optional<User> find(AuraId auraId);
}
