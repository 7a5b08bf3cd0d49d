package io.github.auraauth.usecase.client;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.provider.ClientOrigins;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.ShortLivedCache;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients as they were within the last two seconds, and the origins of their pages. Safe for use by many threads. */
public final class ClientReader implements ClientOrigins {
    private static final int MOST = 1_000;
    private static final int AT_ONCE = 200;

    private final ClientStore clients;
    private final ShortLivedCache<ClientId, Client> recent;
    private volatile Set<String> origins = Set.of();
    private volatile boolean any;

    public ClientReader(ClientStore clients, InstantSource clock) {
        this.clients = clients;
        this.recent = new ShortLivedCache<>(AccountReader.RECENT, MOST, clock);
    }

    /** The client of a name, as it was within the last two seconds. */
    public Optional<Client> find(ClientId id, Deadline deadline) {
        return recent.find(id, key -> clients.find(key, deadline));
    }

    /** The client of a text that should be a name. */
    public Optional<Client> find(String id, Deadline deadline) {
        return ClientId.parse(id).flatMap(read -> find(read, deadline));
    }

    @Override
    public boolean isKnown(String origin) {
        return origins.contains(origin);
    }

    /** Reads the origins of all clients anew. */
    public void readOrigins(Deadline deadline) {
        Set<String> read = new HashSet<>();
        List<Client> all = Keyset.all(AT_ONCE, place -> clients.list(place, AT_ONCE, deadline), Client::id);
        all.forEach(client -> read.addAll(client.addresses().origins()));
        origins = Set.copyOf(read);
        any = !all.isEmpty();
    }

    /** Whether there was a client when their origins were read. */
    public boolean hasAny() {
        return any;
    }

    /** Has a client read anew. */
    void forget(ClientId id) {
        recent.forget(id);
    }
}
