package io.github.auraauth.port.in.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The services that log people in here. For superusers alone. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface Clients {

    /** So many clients behind that one, by rising identifier; from the first one on where it is absent. */
    Outcome<List<Client>> list(Optional<ClientId> after, int most, Actor actor, Deadline deadline);

    /** A part of all clients, by rising identifier. */
    Outcome<Page<Client>> list(PageRequest page, Actor actor, Deadline deadline);

    /** One client. */
    Outcome<Client> find(ClientId id, Actor actor, Deadline deadline);

    /** Registers a client; {@code TAKEN} when its identifier is. */
    Outcome<IssuedClient> create(NewClient wanted, Actor actor, Deadline deadline);

    /**
     * Changes a client. What it has been granted stays.
     *
     * @param change of name, addresses, policy and lifetimes
     */
    Outcome<Client> update(ClientId id, UnaryOperator<Client> change, Actor actor, Deadline deadline);

    /**
     * Gives a confidential client another secret. The one before stays good until there is another, or it is dropped.
     *
     * @param secret absent for a new one
     * @param dropOthers whether the ones before end at once
     */
    Outcome<IssuedClient> addSecret(
            ClientId id, Optional<Secret> secret, boolean dropOthers, Actor actor, Deadline deadline);

    /** Removes a client; what it has been granted is good for nothing from then on, within two seconds everywhere. */
    Outcome<ClientId> delete(ClientId id, Actor actor, Deadline deadline);

    /**
     * A client that is wanted.
     *
     * @param secret absent for a new one, where the client has no keys
     * @param keys with which it signs assertions; absent where it does not
     */
    record NewClient(
            ClientId id,
            String name,
            boolean confidential,
            Optional<Secret> secret,
            Optional<JsonWebKeySet> keys,
            ClientAddresses addresses,
            Client.Policy policy,
            ClientLifetimes lifetimes) {
        public NewClient {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(secret, "secret");
            requireNonNull(keys, "keys");
            requireNonNull(addresses, "addresses");
            requireNonNull(policy, "policy");
            requireNonNull(lifetimes, "lifetimes");
        }
    }

    /**
     * A client as it is now.
     *
     * @param secret a new one that is not to be seen again; absent where none was made
     */
    record IssuedClient(Client client, Optional<Secret> secret) {
        public IssuedClient {
            requireNonNull(client, "client");
            requireNonNull(secret, "secret");
        }
    }
}
