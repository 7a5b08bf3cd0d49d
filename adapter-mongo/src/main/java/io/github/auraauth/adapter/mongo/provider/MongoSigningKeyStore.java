package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The provider's keys in MongoDB, by their identifiers; the private halves are enciphered. */
public final class MongoSigningKeyStore implements SigningKeyStore {
    private static final String COLLECTION = "oidc_keys";
    private static final String ID = "_id";
    private static final String ALGORITHM = "algorithm";
    private static final String PUBLIC_KEY = "publicKey";
    private static final String PRIVATE_KEY = "privateKey";
    private static final String CREATED_AT = "createdAt";
    private static final String SIGNS_FROM = "signsFrom";

    private final GuardedCollection keys;
    private final SealedFields sealed;
    private final DocumentReading<StoredSigningKey> reading;

    /**
     * @param cipher for the private halves
     * @param unreadable receives the documents that cannot be read
     */
    public MongoSigningKeyStore(
            MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.keys = connection.confirmed(COLLECTION);
        this.sealed = new SealedFields(cipher, COLLECTION);
        this.reading = new DocumentReading<>(this::toKey, unreadable);
    }

    @Override
    public boolean insert(StoredSigningKey key, Deadline deadline) {
        JsonWebKey publicKey = requireNonNull(key, "key").key().publicKey();
        Document document = new Document(ID, publicKey.id())
                .append(ALGORITHM, publicKey.algorithm().name())
                .append(PUBLIC_KEY, new Document(publicKey.parameters()))
                .append(
                        PRIVATE_KEY,
                        sealed.seal(publicKey.id(), PRIVATE_KEY, key.key().pkcs8()))
                .append(CREATED_AT, Date.from(key.createdAt()))
                .append(SIGNS_FROM, Date.from(key.signsFrom()));
        return keys.unlessDuplicate(deadline, all -> all.insertOne(document)).isPresent();
    }

    @Override
    public List<StoredSigningKey> all(Deadline deadline) {
        List<Document> documents = keys.within(deadline, all -> all.find().into(new ArrayList<>()));
        return reading.all(documents);
    }

    @Override
    public boolean delete(String keyId, Deadline deadline) {
        return keys.deleteOne(eq(ID, requireNonNull(keyId, "keyId")), deadline);
    }

    private StoredSigningKey toKey(StoredFields fields) {
        String id = fields.text(ID);
        SignatureAlgorithm algorithm = fields.required(ALGORITHM, SignatureAlgorithm::parse);
        JsonWebKey publicKey =
                StoredFields.joined(PUBLIC_KEY, () -> new JsonWebKey(id, algorithm, fields.textsByName(PUBLIC_KEY)));
        var key = new PrivateSigningKey(publicKey, sealed.open(id, PRIVATE_KEY, fields));
        return StoredFields.joined(
                SIGNS_FROM, () -> new StoredSigningKey(key, fields.time(CREATED_AT), fields.time(SIGNS_FROM)));
    }
}
