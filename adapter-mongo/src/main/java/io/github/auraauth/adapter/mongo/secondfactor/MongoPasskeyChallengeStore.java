package io.github.auraauth.adapter.mongo.secondfactor;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Challenges in MongoDB, by the digests of their handles; those that have ended are swept. */
public final class MongoPasskeyChallengeStore implements PasskeyChallengeStore {
    private static final String COLLECTION = "passkeyChallenges";
    private static final String ID = "_id";
    private static final String PURPOSE = "purpose";
    private static final String ACCOUNT = "account";
    private static final String END = "end";

    private final GuardedCollection challenges;
    private final DocumentReading<PasskeyChallenge> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoPasskeyChallengeStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.challenges = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoPasskeyChallengeStore::toChallenge, unreadable);
    }

    @Override
    public void insert(PasskeyChallengeDigest digest, PasskeyChallenge challenge, Deadline deadline) {
        Document document = new Document(ID, requireNonNull(digest, "digest").hex())
                .append(
                        PURPOSE,
                        requireNonNull(challenge, "challenge").purpose().name())
                .append(END, Date.from(challenge.end()));
        challenge.account().ifPresent(account -> document.append(ACCOUNT, account.value()));
        challenges.insertOne(document, deadline);
    }

    @Override
    public Optional<PasskeyChallenge> take(PasskeyChallengeDigest digest, Deadline deadline) {
        Bson one = eq(ID, requireNonNull(digest, "digest").hex());
        Optional<Document> document = challenges.first(one, deadline);
        // whoever deletes it has it
        return document.filter(found -> challenges.deleteOne(one, deadline)).map(reading::one);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        challenges.deleteMany(eq(ACCOUNT, requireNonNull(account, "account").value()), deadline);
    }

    private static PasskeyChallenge toChallenge(StoredFields fields) {
        return StoredFields.joined(
                PURPOSE,
                () -> new PasskeyChallenge(
                        fields.constant(PURPOSE, Purpose.class),
                        fields.optional(ACCOUNT, AccountId::parse),
                        fields.time(END)));
    }
}
