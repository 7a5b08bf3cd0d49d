package io.github.auraauth.adapter.mongo.secondfactor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Passkeys in MongoDB, one document each: {@code _id} is the passkey's. Names are enciphered, since they may name people. */
public final class MongoPasskeyStore implements PasskeyStore {
    private static final String COLLECTION = "passkeys";
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String NAME = "name";
    private static final String PUBLIC_KEY = "publicKey";
    private static final String COUNT = "count";
    private static final String ADDED_AT = "addedAt";
    private static final String USED_AT = "usedAt";

    private final GuardedCollection passkeys;
    private final SealedFields sealed;
    private final DocumentReading<Passkey> reading;

    /**
     * @param cipher for names
     * @param unreadable receives the documents that cannot be read
     */
    public MongoPasskeyStore(MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.passkeys = connection.confirmed(COLLECTION);
        this.sealed = new SealedFields(cipher, COLLECTION);
        this.reading = new DocumentReading<>(this::toPasskey, unreadable);
    }

    @Override
    public InsertOutcome insert(Passkey passkey, Deadline deadline) {
        String id = requireNonNull(passkey, "passkey").id().value();
        Document document = new Document(ID, id)
                .append(ACCOUNT, passkey.account().value())
                .append(NAME, sealed.seal(id, NAME, passkey.name().value()))
                .append(PUBLIC_KEY, passkey.publicKey())
                .append(COUNT, passkey.count())
                .append(ADDED_AT, Date.from(passkey.addedAt()));
        passkey.usedAt().ifPresent(time -> document.append(USED_AT, Date.from(time)));
        return passkeys.unlessDuplicate(deadline, all -> all.insertOne(document))
                        .isPresent()
                ? InsertOutcome.INSERTED
                : InsertOutcome.TAKEN;
    }

    @Override
    public Optional<Passkey> find(PasskeyId id, Deadline deadline) {
        return document(of(id), deadline).map(reading::one);
    }

    @Override
    public List<Passkey> ofAccount(AccountId account, Deadline deadline) {
        Bson ofAccount = of(account);
        List<Document> documents = passkeys.within(
                deadline,
                all -> all.find(ofAccount).sort(ascending(ADDED_AT, ID)).into(new ArrayList<>()));
        return reading.all(documents);
    }

    @Override
    public UseOutcome noteUse(PasskeyId id, long count, Instant at, Deadline deadline) {
        Bson one = of(id);
        Bson risen = and(one, count == 0 ? eq(COUNT, 0L) : lt(COUNT, count));
        Bson use = combine(set(COUNT, count), max(USED_AT, Date.from(requireNonNull(at, "at"))));
        if (passkeys.within(deadline, all -> all.updateOne(risen, use)).getMatchedCount() > 0) {
            return UseOutcome.NOTED;
        }
        return document(one, deadline).isPresent() ? UseOutcome.COUNT_NOT_RISEN : UseOutcome.ABSENT;
    }

    @Override
    public boolean delete(PasskeyId id, Deadline deadline) {
        return passkeys.deleteOne(of(id), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        passkeys.deleteMany(of(account), deadline);
    }

    private Optional<Document> document(Bson filter, Deadline deadline) {
        return passkeys.first(filter, deadline);
    }

    private Passkey toPasskey(StoredFields fields) {
        PasskeyId id = fields.required(ID, PasskeyId::parse);
        return new Passkey(
                id,
                fields.required(ACCOUNT, AccountId::parse),
                PasskeyName.parse(sealed.openText(id.value(), NAME, fields))
                        .orElseThrow(() -> new StoredFields.Unreadable(NAME)),
                fields.text(PUBLIC_KEY),
                fields.number(COUNT),
                fields.time(ADDED_AT),
                fields.optionalTime(USED_AT));
    }

    private static Bson of(PasskeyId id) {
        return eq(ID, requireNonNull(id, "id").value());
    }

    private static Bson of(AccountId account) {
        return eq(ACCOUNT, requireNonNull(account, "account").value());
    }
}
