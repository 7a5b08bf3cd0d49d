package io.github.auraauth.adapter.mongo.client;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static io.github.auraauth.adapter.mongo.client.ClientDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.client.ClientDocumentMapper.OPTIONAL;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.client.ClientStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Clients in MongoDB, one document each: {@code _id} is the client's identifier. A client is compared with the one that was
 * read by all that it is, since it carries no revision: the document is read again, must still make an equal client, and the
 * filter of the update that follows asks for every field as it was found then. So no change in between is lost, a client that
 * was deleted and made anew under its identifier is no exception, and a document that another release has written in another
 * order of its lists compares as well as one of this.
 */
public final class MongoClientStore implements ClientStore {
    private final GuardedCollection clients;
    private final DocumentReading<Client> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoClientStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.clients = connection.confirmed(ClientDocumentMapper.COLLECTION);
        this.reading = new DocumentReading<>(ClientDocumentMapper::toClient, unreadable);
    }

    @Override
    public boolean insert(Client client, Deadline deadline) {
        Document document = ClientDocumentMapper.of(requireNonNull(client, "client"));
        return clients.unlessDuplicate(deadline, all -> all.insertOne(document)).isPresent();
    }

    @Override
    public Optional<Client> find(ClientId id, Deadline deadline) {
        return document(of(id), deadline).map(reading::one);
    }

    @Override
    public boolean replace(Client read, Client other, Deadline deadline) {
        Bson one = of(requireNonNull(read, "read").id());
        if (!requireNonNull(other, "other").id().equals(read.id())) {
            throw new IllegalArgumentException("other must have the identifier of read");
        }
        Document update = ClientDocumentMapper.update(other);
        return document(one, deadline)
                .filter(document -> reading.one(document).equals(read))
                .map(MongoClientStore::unchanged)
                .filter(unchanged -> clients.within(deadline, all -> all.updateOne(unchanged, update))
                                .getMatchedCount()
                        > 0)
                .isPresent();
    }

    @Override
    public boolean delete(ClientId id, Deadline deadline) {
        return clients.deleteOne(of(id), deadline);
    }

    @Override
    public List<Client> list(Keyset<ClientId> place, int most, Deadline deadline) {
        Keyset<String> ids = requireNonNull(place, "place").map(ClientId::value);
        return clients.within(deadline, all -> reading.page(all, empty(), ID, ids, most));
    }

    /** The filter that the document passes as long as nobody changes it. */
    private static Bson unchanged(Document document) {
        List<Bson> conditions = new ArrayList<>();
        document.forEach((field, value) -> conditions.add(eq(field, value)));
        OPTIONAL.stream()
                .filter(field -> !document.containsKey(field))
                .forEach(field -> conditions.add(exists(field, false)));
        return and(conditions);
    }

    private Optional<Document> document(Bson one, Deadline deadline) {
        return clients.first(one, deadline);
    }

    private static Bson of(ClientId id) {
        return eq(ID, requireNonNull(id, "id").value());
    }
}
