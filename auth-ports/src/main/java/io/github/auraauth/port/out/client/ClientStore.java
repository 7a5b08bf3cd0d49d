package io.github.auraauth.port.out.client;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * The clients of the provider. Each call is atomic for one client and safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface ClientStore {

    /** Stores a new client, if its identifier is not taken; false when it is. Durable when it returns. */
    boolean insert(Client client, Deadline deadline);

    /** The client as last acknowledged, by one read of the primary key. */
    Optional<Client> find(ClientId id, Deadline deadline);

    /**
     * Puts a client in the place of the one with its identifier, if that one is still as it was read; false when it is not,
     * or is gone. Durable when it returns.
     *
     * @param read as {@link #find} gave it
     * @param other has the same identifier
     */
    boolean replace(Client read, Client other, Deadline deadline);

    /** Removes the client; false when there is none. */
    boolean delete(ClientId id, Deadline deadline);

    /** So many clients at the place, by rising identifier. */
    List<Client> list(Keyset<ClientId> place, int most, Deadline deadline);
}
