package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.SessionClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * The clients of sessions in MongoDB, one document a session, which is deleted once it names none: no client is lost that is
 * noted while others are forgotten.
 */
public final class MongoSessionClients implements SessionClients {
    private static final String COLLECTION = "oidc_session_clients";
    private static final String SESSION = "_id";
    private static final String ACCOUNT = "account";
    private static final String CLIENTS = "clients";
    private static final String END = "end";

    private final GuardedCollection notes;
    private final DocumentReading<Set<ClientId>> reading;
    private final DocumentReading<SessionNote> readingNotes;

    /** @param unreadable receives the documents that cannot be read */
    public MongoSessionClients(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.notes = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoSessionClients::clients, unreadable);
        this.readingNotes = new DocumentReading<>(
                fields -> new SessionNote(fields.required(SESSION, SessionId::parse), clients(fields)), unreadable);
    }

    @Override
    public void note(SessionId session, AccountId account, ClientId client, Instant until, Deadline deadline) {
        Bson one = of(session);
        Bson added = combine(
                setOnInsert(ACCOUNT, requireNonNull(account, "account").value()),
                addToSet(CLIENTS, requireNonNull(client, "client").value()),
                max(END, Date.from(requireNonNull(until, "until"))));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        do {
            if (notes.unlessDuplicate(deadline, all -> all.updateOne(one, added, upsert))
                    .isPresent()) {
                return;
            }
            // another made the document between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public void extend(SessionId session, Instant until, Deadline deadline) {
        Bson later = max(END, Date.from(requireNonNull(until, "until")));
        Bson one = of(session);
        notes.within(deadline, all -> all.updateOne(one, later));
    }

    @Override
    public Set<ClientId> ofSession(SessionId session, Deadline deadline) {
        return notes.first(of(session), deadline).map(reading::one).orElse(Set.of());
    }

    @Override
    public Map<SessionId, Set<ClientId>> ofAccount(AccountId account, Deadline deadline) {
        Bson ofAccount = eq(ACCOUNT, requireNonNull(account, "account").value());
        List<SessionNote> found = notes.within(
                deadline, all -> readingNotes.all(all.find(ofAccount).into(new ArrayList<>())));
        return found.stream()
                .filter(note -> !note.clients.isEmpty())
                .collect(Collectors.toUnmodifiableMap(SessionNote::session, SessionNote::clients));
    }

    @Override
    public void forget(SessionId session, Set<ClientId> told, Deadline deadline) {
        Bson one = of(session);
        Bson without = pullAll(
                CLIENTS,
                requireNonNull(told, "told").stream().map(ClientId::value).toList());
        notes.within(deadline, all -> all.updateOne(one, without));
        notes.deleteOne(and(one, size(CLIENTS, 0)), deadline);
    }

    private static Bson of(SessionId session) {
        return eq(SESSION, requireNonNull(session, "session").value());
    }

    private static Set<ClientId> clients(StoredFields fields) {
        return Set.copyOf(fields.all(CLIENTS, ClientId::parse));
    }

    private record SessionNote(SessionId session, Set<ClientId> clients) {}
}
