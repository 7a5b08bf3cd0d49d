package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.LogoutNotices;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Notices of logouts in MongoDB, by their identifiers; whom they are about is enciphered, and those that are too late are swept. */
public final class MongoLogoutNotices implements LogoutNotices {
    private static final String COLLECTION = "oidc_logout_notices";
    private static final String ID = "_id";
    private static final String CLIENT = "client";
    private static final String SUBJECT = "subject";
    private static final String SESSION = "session";
    private static final String ATTEMPTS = "attempts";
    private static final String DUE_AT = "dueAt";
    private static final String END = "end";

    private final GuardedCollection notices;
    private final SealedFields sealed;
    private final DocumentReading<LogoutNotice> reading;

    /**
     * @param cipher for the person's subject
     * @param unreadable receives the documents that cannot be read
     */
    public MongoLogoutNotices(MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.notices = connection.collection(COLLECTION);
        this.sealed = new SealedFields(cipher, COLLECTION);
        this.reading = new DocumentReading<>(this::toNotice, unreadable);
    }

    @Override
    public void insert(LogoutNotice notice, Deadline deadline) {
        Document document = new Document(ID, requireNonNull(notice, "notice").id())
                .append(CLIENT, notice.client().value())
                .append(SUBJECT, sealed.seal(notice.id(), SUBJECT, notice.subject()))
                .append(SESSION, notice.session().value())
                .append(ATTEMPTS, notice.attempts())
                .append(DUE_AT, Date.from(notice.dueAt()))
                .append(END, Date.from(notice.expiresAt()));
        notices.insertOne(document, deadline);
    }

    @Override
    public List<LogoutNotice> due(Instant now, int most, Deadline deadline) {
        Bson due = lte(DUE_AT, Date.from(requireNonNull(now, "now")));
        return notices.within(deadline, all -> reading.first(most, all.find(due).sort(ascending(DUE_AT))));
    }

    @Override
    public boolean attempt(LogoutNotice attempted, Deadline deadline) {
        Bson asRead = and(of(requireNonNull(attempted, "attempted").id()), eq(ATTEMPTS, attempted.attempts() - 1));
        Bson made = combine(set(ATTEMPTS, attempted.attempts()), set(DUE_AT, Date.from(attempted.dueAt())));
        return notices.within(deadline, all -> all.updateOne(asRead, made)).getModifiedCount() > 0;
    }

    @Override
    public boolean delete(String id, Deadline deadline) {
        return notices.deleteOne(of(requireNonNull(id, "id")), deadline);
    }

    private LogoutNotice toNotice(StoredFields fields) {
        String id = fields.text(ID);
        return new LogoutNotice(
                id,
                fields.required(CLIENT, ClientId::parse),
                sealed.openText(id, SUBJECT, fields),
                fields.required(SESSION, SessionId::parse),
                (int) fields.number(ATTEMPTS),
                fields.time(DUE_AT),
                fields.time(END));
    }

    private static Bson of(String id) {
        return eq(ID, id);
    }
}
