package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;

/**
 * The keys that the provider signs with; the private halves are kept so that nobody reads them who has the store alone. Safe
 * for use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface SigningKeyStore {

    /** Stores a new key, if its identifier is not taken; false when it is. Durable when it returns. */
    boolean insert(StoredSigningKey key, Deadline deadline);

    /** All keys, in any order. */
    List<StoredSigningKey> all(Deadline deadline);

    /** Removes the key; false when there is none. */
    boolean delete(String keyId, Deadline deadline);
}
