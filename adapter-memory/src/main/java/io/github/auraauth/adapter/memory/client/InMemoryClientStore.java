package io.github.auraauth.adapter.memory.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.client.ClientStore;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Clients in the memory of one process, gone with it. */
public final class InMemoryClientStore implements ClientStore {
    private final NavigableMap<ClientId, Client> clients = new ConcurrentSkipListMap<>();

    @Override
    public boolean insert(Client client, Deadline deadline) {
        requireNonNull(client, "client");
        Deadlines.check(deadline);
        return clients.putIfAbsent(client.id(), client) == null;
    }

    @Override
    public Optional<Client> find(ClientId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        return Optional.ofNullable(clients.get(id));
    }

    @Override
    public boolean replace(Client read, Client other, Deadline deadline) {
        requireNonNull(read, "read");
        if (!requireNonNull(other, "other").id().equals(read.id())) {
            throw new IllegalArgumentException("other must have the identifier of read");
        }
        Deadlines.check(deadline);
        return clients.replace(read.id(), read, other);
    }

    @Override
    public boolean delete(ClientId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        return clients.remove(id) != null;
    }

    @Override
    public List<Client> list(Keyset<ClientId> place, int most, Deadline deadline) {
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        return KeysetPages.page(clients.values(), Client::id, Comparator.naturalOrder(), place, most);
    }
}
