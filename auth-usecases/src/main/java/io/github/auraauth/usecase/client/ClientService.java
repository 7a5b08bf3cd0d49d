package io.github.auraauth.usecase.client;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientSecretDigest;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.client.Clients;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.paging.Paging;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Clients over their store. */
public final class ClientService implements Clients {
    private static final int ATTEMPTS = 5;

    private static final Paging<ClientId, Client> PAGING = new Paging<>(Client::id, ClientId::value, ClientId::parse);

    private final ClientStore clients;
    private final ClientReader reader;
    private final ClientSecrets secrets;
    private final ActivityRecorder activity;
    private final InstantSource clock;
    private final SecureRandom random;

    public ClientService(
            ClientStore clients,
            ClientReader reader,
            ClientSecrets secrets,
            ActivityRecorder activity,
            InstantSource clock,
            SecureRandom random) {
        this.clients = clients;
        this.reader = reader;
        this.secrets = secrets;
        this.activity = activity;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Outcome<List<Client>> list(Optional<ClientId> after, int most, Actor actor, Deadline deadline) {
        Keyset<ClientId> place = after.map(Keyset::after).orElseGet(Keyset::first);
        return permitted(actor).map(allowed -> clients.list(place, most, deadline));
    }

    @Override
    public Outcome<Page<Client>> list(PageRequest page, Actor actor, Deadline deadline) {
        return permitted(actor)
                .then(allowed -> PAGING.page(page, (place, most) -> clients.list(place, most, deadline), most -> 0));
    }

    @Override
    public Outcome<Client> find(ClientId id, Actor actor, Deadline deadline) {
        return permitted(actor)
                .then(allowed ->
                        clients.find(id, deadline).map(Outcome::done).orElseGet(() -> Outcome.refused(Reason.ABSENT)));
    }

    @Override
    public Outcome<IssuedClient> create(NewClient wanted, Actor actor, Deadline deadline) {
        return permitted(actor).then(allowed -> {
            boolean made = wanted.confidential()
                    && wanted.secret().isEmpty()
                    && wanted.keys().isEmpty();
            Optional<Secret> secret = made ? Optional.of(ClientSecrets.random(random)) : wanted.secret();
            Client client = new Client(
                    wanted.id(),
                    wanted.name(),
                    new ClientAuthentication(
                            wanted.confidential(),
                            secret.map(shown -> secrets.digest(wanted.id(), shown)).stream()
                                    .toList(),
                            wanted.keys()),
                    wanted.addresses(),
                    wanted.policy(),
                    wanted.lifetimes(),
                    clock.instant());
            if (!clients.insert(client, deadline)) {
                return Outcome.refused(Refusal.of(Reason.TAKEN, "client_id"));
            }
            note(Event.CLIENT_CREATE, client.id(), actor, deadline);
            return Outcome.done(new IssuedClient(client, made ? secret : Optional.empty()));
        });
    }

    @Override
    public Outcome<Client> update(ClientId id, UnaryOperator<Client> change, Actor actor, Deadline deadline) {
        return permitted(actor).then(allowed -> change(id, change, deadline)).map(client -> {
            note(Event.CLIENT_UPDATE, id, actor, deadline);
            return client;
        });
    }

    @Override
    public Outcome<IssuedClient> addSecret(
            ClientId id, Optional<Secret> secret, boolean dropOthers, Actor actor, Deadline deadline) {
        Secret shown = secret.orElseGet(() -> ClientSecrets.random(random));
        ClientSecretDigest digest = secrets.digest(id, shown);
        return find(id, actor, deadline)
                .then(client -> client.authentication().confidential()
                        ? Outcome.done(client)
                        : Outcome.refused(Refusal.of(Reason.UNKNOWN, "client_secret")))
                .then(client -> change(id, read -> read.with(with(read, digest, dropOthers)), deadline))
                .map(client -> {
                    note(Event.CLIENT_SECRET, id, actor, deadline);
                    return new IssuedClient(client, secret.isPresent() ? Optional.empty() : Optional.of(shown));
                });
    }

    @Override
    public Outcome<ClientId> delete(ClientId id, Actor actor, Deadline deadline) {
        return permitted(actor).then(allowed -> {
            if (!clients.delete(id, deadline)) {
                return Outcome.refused(Reason.ABSENT);
            }
            reader.forget(id);
            note(Event.CLIENT_DELETE, id, actor, deadline);
            return Outcome.done(id);
        });
    }

    private static ClientAuthentication with(Client client, ClientSecretDigest digest, boolean dropOthers) {
        return dropOthers
                ? new ClientAuthentication(
                        true, List.of(digest), client.authentication().keys())
                : client.authentication().with(digest);
    }

    private Outcome<Client> change(ClientId id, UnaryOperator<Client> change, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Client> read = clients.find(id, deadline);
            if (read.isEmpty()) {
                return Outcome.refused(Reason.ABSENT);
            }
            Client changed = change.apply(read.get());
            if (clients.replace(read.get(), changed, deadline)) {
                reader.forget(id);
                return Outcome.done(changed);
            }
        }
        throw new Outage.Contended("the client");
    }

    private static Outcome<Actor> permitted(Actor actor) {
        return actor.rights().superuser() ? Outcome.done(actor) : Outcome.refused(Reason.FORBIDDEN);
    }

    private void note(Event event, ClientId id, Actor actor, Deadline deadline) {
        activity.note(event, actor, Optional.empty(), id.value(), deadline);
    }
}
