package io.github.auraauth.usecase.client;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientDump;
import io.github.auraauth.domain.client.ClientDump.DumpedClient;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.client.ClientImport;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clients and keys of another provider over their stores. */
public final class ClientImportService implements ClientImport {
    private final ClientStore clients;
    private final SigningKeyStore keys;
    private final ImportedClientReader reader;
    private final Duration lead;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    /** @param lead longest time until a published key is seen by all */
    public ClientImportService(
            ClientStore clients,
            SigningKeyStore keys,
            ClientSecrets secrets,
            Duration lead,
            ActivityRecorder activity,
            InstantSource clock) {
        this.clients = clients;
        this.keys = keys;
        this.reader = new ImportedClientReader(secrets, clock);
        this.lead = lead;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public List<String> problems(ClientDump dump, Deadline deadline) {
        List<String> problems = new ArrayList<>(dump.problems());
        dump.clients().forEach(client -> problems.addAll(ImportedClientReader.problems(client)));
        return problems;
    }

    @Override
    public ImportedClients run(ClientDump dump, boolean dry, Actor actor, Deadline deadline) {
        int made = 0;
        List<String> notices = new ArrayList<>();
        for (DumpedClient dumped : dump.clients()) {
            Client client = reader.client(dumped);
            boolean isNew = dry ? clients.find(client.id(), deadline).isEmpty() : clients.insert(client, deadline);
            if (isNew) {
                made++;
                notices.addAll(ImportedClientReader.notices(dumped));
            }
            if (isNew && !dry) {
                activity.note(
                        Event.CLIENT_CREATE,
                        actor,
                        Optional.empty(),
                        client.id().value(),
                        deadline);
            }
        }
        int madeKeys = 0;
        for (PrivateSigningKey key : dump.keys()) {
            madeKeys += isAdded(key, dry, actor, deadline) ? 1 : 0;
        }
        return new ImportedClients(made, dump.clients().size() - made, madeKeys, notices);
    }

    private boolean isAdded(PrivateSigningKey key, boolean dry, Actor actor, Deadline deadline) {
        List<StoredSigningKey> present = keys.all(deadline);
        String id = key.publicKey().id();
        if (present.stream().anyMatch(other -> other.key().publicKey().id().equals(id))) {
            return false;
        }
        if (!dry) {
            Instant now = clock.instant();
            Instant signsFrom = new SigningKeyRing(present).signsFrom(lead, now);
            keys.insert(new StoredSigningKey(key, now, signsFrom), deadline);
            activity.note(Event.KEY_CREATE, actor, Optional.empty(), id, deadline);
        }
        return true;
    }
}
