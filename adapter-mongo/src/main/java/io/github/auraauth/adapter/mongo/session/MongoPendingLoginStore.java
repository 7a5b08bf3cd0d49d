package io.github.auraauth.adapter.mongo.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.PendingLoginStore;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Pending logins in MongoDB, by the digests of their secrets; those that have ended are swept. */
public final class MongoPendingLoginStore implements PendingLoginStore {
    private static final String COLLECTION = "pendingLogins";
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String EPOCH = "epoch";
    private static final String END = "end";
    private static final String TRIES = "tries";

    private final GuardedCollection logins;
    private final DocumentReading<PendingLogin> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoPendingLoginStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.logins = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoPendingLoginStore::toLogin, unreadable);
    }

    @Override
    public void insert(PendingLoginDigest digest, PendingLogin login, Deadline deadline) {
        Document document = new Document(ID, requireNonNull(digest, "digest").hex())
                .append(ACCOUNT, requireNonNull(login, "login").account().value())
                .append(EPOCH, login.epoch())
                .append(TRIES, login.tries())
                .append(END, Date.from(login.end()));
        logins.insertOne(document, deadline);
    }

    @Override
    public Optional<PendingLogin> find(PendingLoginDigest digest, Deadline deadline) {
        return logins.first(of(digest), deadline).map(reading::one);
    }

    @Override
    public boolean countTry(PendingLoginDigest digest, Deadline deadline) {
        Bson open = and(of(digest), lt(TRIES, PendingLogin.MOST_TRIES));
        return logins.within(deadline, all -> all.updateOne(open, inc(TRIES, 1)))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public boolean take(PendingLoginDigest digest, Deadline deadline) {
        return logins.deleteOne(of(digest), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        logins.deleteMany(eq(ACCOUNT, requireNonNull(account, "account").value()), deadline);
    }

    private static PendingLogin toLogin(StoredFields fields) {
        return new PendingLogin(
                fields.required(ACCOUNT, AccountId::parse),
                (int) fields.number(EPOCH),
                (int) fields.number(TRIES),
                fields.time(END));
    }

    private static Bson of(PendingLoginDigest digest) {
        return eq(ID, requireNonNull(digest, "digest").hex());
    }
}
