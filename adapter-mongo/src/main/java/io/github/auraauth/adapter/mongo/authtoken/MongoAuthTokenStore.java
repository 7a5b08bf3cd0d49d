package io.github.auraauth.adapter.mongo.authtoken;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.ACCOUNT;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.DIGEST;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.LAST_USED_AT;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Auth tokens in MongoDB, one document each: {@code _id} is the digest, and a unique index keeps ids apart. Every call asks for
 * the one or the other and for nothing beside it, which the embedded store answers from an index too. Needs the indexes of
 * {@code IndexDefinition.bundled()}.
 */
public final class MongoAuthTokenStore implements AuthTokenStore {
    private final GuardedCollection tokens;
    private final DocumentReading<AuthToken> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoAuthTokenStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.tokens = connection.confirmed(AuthTokenDocumentMapper.COLLECTION);
        this.reading = new DocumentReading<>(AuthTokenDocumentMapper::toToken, unreadable);
    }

    @Override
    public boolean insert(AuthTokenDigest digest, AuthToken token, Deadline deadline) {
        Document document =
                AuthTokenDocumentMapper.of(requireNonNull(digest, "digest"), requireNonNull(token, "token"));
        return tokens.unlessDuplicate(deadline, all -> all.insertOne(document)).isPresent();
    }

    @Override
    public Optional<AuthToken> find(AuthTokenDigest digest, Deadline deadline) {
        return first(eq(DIGEST, requireNonNull(digest, "digest").hex()), deadline);
    }

    @Override
    public Optional<AuthToken> findById(AuthTokenId id, Deadline deadline) {
        return first(of(id), deadline);
    }

    @Override
    public boolean update(AuthToken token, Deadline deadline) {
        Document update = AuthTokenDocumentMapper.update(requireNonNull(token, "token"));
        Bson one = of(token.id());
        return tokens.within(deadline, all -> all.updateOne(one, update)).getMatchedCount() > 0;
    }

    @Override
    public void noteUse(AuthTokenId id, Instant at, Deadline deadline) {
        Bson one = of(id);
        Date time = Date.from(requireNonNull(at, "at"));
        tokens.within(deadline, all -> all.updateOne(one, max(LAST_USED_AT, time)));
    }

    @Override
    public boolean delete(AuthTokenId id, Deadline deadline) {
        return tokens.deleteOne(of(id), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        tokens.deleteMany(eq(ACCOUNT, requireNonNull(account, "account").value()), deadline);
    }

    private Optional<AuthToken> first(Bson filter, Deadline deadline) {
        return tokens.first(filter, deadline).map(reading::one);
    }

    private static Bson of(AuthTokenId id) {
        return eq(ID, requireNonNull(id, "id").value());
    }
}
