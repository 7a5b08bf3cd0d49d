package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.KeptRequests;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Authorization requests in MongoDB, by the digests of their handles; those that have ended are swept. */
public final class MongoKeptRequests implements KeptRequests {
    private final GuardedCollection requests;
    private final KeptRequestDocumentMapper documents;
    private final DocumentReading<KeptRequest> reading;

    /**
     * @param cipher for the parameters
     * @param unreadable receives the documents that cannot be read
     */
    public MongoKeptRequests(MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.requests = connection.confirmed(KeptRequestDocumentMapper.COLLECTION);
        this.documents = new KeptRequestDocumentMapper(cipher);
        this.reading = new DocumentReading<>(documents::toRequest, unreadable);
    }

    @Override
    public void insert(RequestDigest digest, KeptRequest request, Deadline deadline) {
        Document document = documents.of(requireNonNull(digest, "digest"), requireNonNull(request, "request"));
        requests.insertOne(document, deadline);
    }

    @Override
    public Optional<KeptRequest> find(RequestDigest digest, Deadline deadline) {
        return requests.first(of(digest), deadline).map(reading::one);
    }

    @Override
    public boolean delete(RequestDigest digest, Deadline deadline) {
        return requests.deleteOne(of(digest), deadline);
    }

    private static Bson of(RequestDigest digest) {
        return eq(
                KeptRequestDocumentMapper.DIGEST,
                requireNonNull(digest, "digest").hex());
    }
}
