package io.github.auraauth.adapter.mongo.grant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.ACCOUNT;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.CLIENT;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.END;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.GENERATION;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.ROTATED_AT;
import static io.github.auraauth.adapter.mongo.grant.GrantDocumentMapper.STATE;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.GrantStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Grants in MongoDB, one document each: {@code _id} is the grant's identifier, and the filter of a single write decides which
 * of many callers uses the code or the refresh token. Those that have ended are swept.
 */
public final class MongoGrantStore implements GrantStore {
    private static final Bson ISSUED = eq(STATE, Grant.State.ISSUED.name());
    private static final Bson ACTIVE = eq(STATE, Grant.State.ACTIVE.name());

    private final GuardedCollection grants;
    private final GrantDocumentMapper documents;
    private final DocumentReading<Grant> reading;

    /**
     * @param cipher for what may name a person
     * @param unreadable receives the documents that cannot be read
     */
    public MongoGrantStore(MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.grants = connection.confirmed(GrantDocumentMapper.COLLECTION);
        this.documents = new GrantDocumentMapper(cipher);
        this.reading = new DocumentReading<>(documents::toGrant, unreadable);
    }

    @Override
    public void insert(Grant grant, Deadline deadline) {
        grants.insertOne(documents.of(requireNonNull(grant, "grant")), deadline);
    }

    @Override
    public Optional<Grant> find(GrantId id, Deadline deadline) {
        return grants.first(of(id), deadline).map(reading::one);
    }

    @Override
    public boolean activate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline) {
        Bson unused = and(of(id), ISSUED);
        Bson used = combine(set(STATE, Grant.State.ACTIVE.name()), begun(generation, at, expiresAt));
        return isUpdated(unused, used, deadline);
    }

    @Override
    public boolean rotate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline) {
        Bson present = and(of(id), ACTIVE, eq(GENERATION, generation));
        return isUpdated(present, begun(generation + 1, at, expiresAt), deadline);
    }

    @Override
    public boolean delete(GrantId id, Deadline deadline) {
        return grants.deleteOne(of(id), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        grants.deleteMany(of(account), deadline);
    }

    @Override
    public void deleteAll(AccountId account, ClientId client, Deadline deadline) {
        grants.deleteMany(
                and(of(account), eq(CLIENT, requireNonNull(client, "client").value())), deadline);
    }

    private boolean isUpdated(Bson expected, Bson update, Deadline deadline) {
        return grants.within(deadline, all -> all.updateOne(expected, update)).getModifiedCount() > 0;
    }

    private static Bson begun(long generation, Instant at, Instant expiresAt) {
        return combine(
                set(GENERATION, generation),
                set(ROTATED_AT, Date.from(requireNonNull(at, "at"))),
                set(END, Date.from(requireNonNull(expiresAt, "expiresAt"))));
    }

    private static Bson of(GrantId id) {
        return eq(ID, requireNonNull(id, "id").value());
    }

    private static Bson of(AccountId account) {
        return eq(ACCOUNT, requireNonNull(account, "account").value());
    }
}
