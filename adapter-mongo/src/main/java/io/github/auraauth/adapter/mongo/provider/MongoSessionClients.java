package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The clients of sessions in MongoDB, one document a session. Who takes them reads the document and then deletes it, if it
 * still names the same clients: the one who deletes it has them, and no client is lost that was noted in between.
 */
public final class MongoSessionClients implements SessionClients {
    private static final String COLLECTION = "oidc_session_clients";
    private static final String SESSION = "_id";
    private static final String ACCOUNT = "account";
    private static final String CLIENTS = "clients";
    private static final String END = "end";

    private final GuardedCollection notes;
    private final DocumentReading<Set<ClientId>> reading;
    private final DocumentReading<SessionId> readingSessions;

    /** @param unreadable receives the documents that cannot be read */
    public MongoSessionClients(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.notes = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(fields -> Set.copyOf(fields.all(CLIENTS, ClientId::parse)), unreadable);
        this.readingSessions = new DocumentReading<>(fields -> fields.required(SESSION, SessionId::parse), unreadable);
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
    public Set<ClientId> take(SessionId session, Deadline deadline) {
        Bson one = of(session);
        do {
            Optional<Document> note = notes.first(one, deadline);
            if (note.isEmpty()) {
                return Set.of();
            }
            Set<ClientId> clients = reading.one(note.get());
            Bson unchanged = and(one, eq(CLIENTS, note.get().get(CLIENTS)));
            if (notes.deleteOne(unchanged, deadline)) {
                return clients;
            }
            // another took them or noted one more between the two calls
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public Map<SessionId, Set<ClientId>> takeAll(AccountId account, Deadline deadline) {
        Bson ofAccount = eq(ACCOUNT, requireNonNull(account, "account").value());
        List<Document> sessions = notes.within(
                deadline,
                all -> all.find(ofAccount).projection(include(SESSION)).into(new ArrayList<>()));
        Map<SessionId, Set<ClientId>> taken = new HashMap<>();
        for (SessionId session : readingSessions.all(sessions)) {
            Set<ClientId> clients = take(session, deadline);
            if (!clients.isEmpty()) {
                taken.put(session, clients);
            }
        }
        return Map.copyOf(taken);
    }

    private static Bson of(SessionId session) {
        return eq(SESSION, requireNonNull(session, "session").value());
    }
}
