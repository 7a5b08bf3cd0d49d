package io.github.auraauth.port.in.provider;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * The provider's keys as operators ask for them. For superusers alone. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when the store is away or too slow.
 */
public interface SigningKeyRotation {

    /**
     * Makes a key, which is published at once and signs as soon as all who verify have seen it. One that took longer than the
     * deadline to make is stored all the same; the store has some seconds more for it.
     */
    Outcome<StoredSigningKey> create(SignatureAlgorithm algorithm, Actor actor, Deadline deadline);

    /** Makes the next key of each algorithm, as {@link #create} does, and removes those that are good for nothing any more. */
    Outcome<List<StoredSigningKey>> rotate(Actor actor, Deadline deadline);

    /** All keys, in any order. */
    Outcome<List<StoredSigningKey>> list(Actor actor, Deadline deadline);
}
