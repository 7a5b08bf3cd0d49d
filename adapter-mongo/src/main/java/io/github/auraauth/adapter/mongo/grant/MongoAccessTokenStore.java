package io.github.auraauth.adapter.mongo.grant;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Access tokens in MongoDB, by the digests of their secrets; a TTL index or a sweep removes those that have ended. */
public final class MongoAccessTokenStore implements AccessTokenStore {
    private static final String COLLECTION = "oidc_access_tokens";
    private static final String DIGEST = "_id";
    private static final String GRANT = "grant";
    private static final String SCOPES = "scopes";
    private static final String ISSUED_AT = "issuedAt";
    private static final String END = "end";

    private final GuardedCollection tokens;
    private final DocumentReading<AccessToken> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoAccessTokenStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.tokens = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoAccessTokenStore::toToken, unreadable);
    }

    @Override
    public void insert(AccessTokenDigest digest, AccessToken token, Deadline deadline) {
        Document document = new Document(
                        DIGEST, requireNonNull(digest, "digest").hex())
                .append(GRANT, requireNonNull(token, "token").grant().value())
                .append(SCOPES, token.scopes().stream().sorted().toList())
                .append(ISSUED_AT, Date.from(token.issuedAt()))
                .append(END, Date.from(token.expiresAt()));
        tokens.insertOne(document, deadline);
    }

    @Override
    public Optional<AccessToken> find(AccessTokenDigest digest, Deadline deadline) {
        return tokens.first(of(digest), deadline).map(reading::one);
    }

    @Override
    public boolean delete(AccessTokenDigest digest, Deadline deadline) {
        return tokens.deleteOne(of(digest), deadline);
    }

    private static AccessToken toToken(StoredFields fields) {
        return new AccessToken(
                fields.value(GRANT, GrantId::new),
                fields.all(SCOPES, Optional::of),
                fields.time(ISSUED_AT),
                fields.time(END));
    }

    private static Bson of(AccessTokenDigest digest) {
        return eq(DIGEST, requireNonNull(digest, "digest").hex());
    }
}
