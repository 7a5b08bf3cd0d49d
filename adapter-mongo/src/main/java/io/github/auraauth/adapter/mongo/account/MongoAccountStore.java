package io.github.auraauth.adapter.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.EPOCH;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.LAST_LOGIN;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.REVISION;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.USERNAME;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Accounts in MongoDB, one document each: {@code _id} is the account's, a unique index keeps user names apart, and the filter
 * of a single write makes each call atomic. Needs the indexes of {@code IndexDefinition.bundled()}.
 */
public final class MongoAccountStore implements AccountStore {
    private final GuardedCollection accounts;
    private final AccountDocumentMapper documents;
    private final DocumentReading<Account> reading;

    /**
     * @param cipher for what is personal or secret
     * @param unreadable receives the documents that cannot be read
     */
    public MongoAccountStore(MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.accounts = connection.confirmed(AccountDocumentMapper.COLLECTION);
        this.documents = new AccountDocumentMapper(cipher);
        this.reading = new DocumentReading<>(documents::toAccount, unreadable);
    }

    @Override
    public InsertOutcome insert(Account account, Deadline deadline) {
        Document document = documents.of(requireNonNull(account, "account"));
        return accounts.unlessDuplicate(deadline, all -> all.insertOne(document))
                        .isPresent()
                ? InsertOutcome.INSERTED
                : InsertOutcome.TAKEN;
    }

    @Override
    public Optional<Account> find(AccountId id, Deadline deadline) {
        return document(of(id), deadline).map(reading::one);
    }

    @Override
    public Optional<Account> findByUsername(Username username, Deadline deadline) {
        Bson named = eq(USERNAME, requireNonNull(username, "username").value());
        return document(named, deadline).map(reading::one);
    }

    @Override
    public UpdateOutcome update(Account account, Deadline deadline) {
        Document update = documents.update(requireNonNull(account, "account"));
        Bson unchanged = and(of(account.id()), eq(REVISION, account.revision()));
        if (accounts.within(deadline, all -> all.updateOne(unchanged, update)).getMatchedCount() > 0) {
            return UpdateOutcome.UPDATED;
        }
        return document(of(account.id()), deadline).isPresent() ? UpdateOutcome.CONFLICT : UpdateOutcome.ABSENT;
    }

    @Override
    public boolean signOutEverywhere(AccountId id, Deadline deadline) {
        Bson one = of(id);
        Bson next = combine(inc(EPOCH, 1), inc(REVISION, 1L));
        return accounts.within(deadline, all -> all.updateOne(one, next)).getMatchedCount() > 0;
    }

    @Override
    public void noteLogin(AccountId id, Instant at, Deadline deadline) {
        Bson one = of(id);
        Date time = Date.from(requireNonNull(at, "at"));
        accounts.within(deadline, all -> all.updateOne(one, max(LAST_LOGIN, time)));
    }

    @Override
    public boolean delete(AccountId id, Deadline deadline) {
        return accounts.deleteOne(of(id), deadline);
    }

    private Optional<Document> document(Bson filter, Deadline deadline) {
        return accounts.first(filter, deadline);
    }

    private static Bson of(AccountId id) {
        return eq(ID, requireNonNull(id, "id").value());
    }
}
