package io.github.auraauth.adapter.mongo.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.HexDigest;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.SessionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sessions in MongoDB, one document each: {@code _id} is the digest. They are swept at the latest end that they can have. */
public final class MongoSessionStore implements SessionStore {
    private static final String COLLECTION = "sessions";
    private static final String DIGEST = "_id";
    private static final String ID = "id";
    private static final String ACCOUNT = "account";
    private static final String EPOCH = "epoch";
    private static final String STAFF = "staff";
    private static final String BEGUN_AT = "begunAt";
    private static final String USED_AT = "usedAt";
    private static final String END = "end";
    private static final String METHODS = "methods";

    /** Of sessions that were stored before there were second factors. */
    private static final Set<AuthenticationMethod> OF_OLD = Set.of(AuthenticationMethod.PASSWORD);

    private final GuardedCollection sessions;
    private final DocumentReading<Session> reading;
    private final DocumentReading<Map.Entry<SessionDigest, Session>> readingEntries;

    /** @param unreadable receives the documents that cannot be read */
    public MongoSessionStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.sessions = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoSessionStore::toSession, unreadable);
        this.readingEntries =
                new DocumentReading<>(fields -> Map.entry(toDigest(fields), toSession(fields)), unreadable);
    }

    @Override
    public void insert(SessionDigest digest, Session session, Deadline deadline) {
        Document document = new Document(
                        DIGEST, requireNonNull(digest, "digest").hex())
                .append(ID, requireNonNull(session, "session").id().value())
                .append(ACCOUNT, session.account().value())
                .append(EPOCH, session.epoch())
                .append(STAFF, session.staff())
                .append(BEGUN_AT, Date.from(session.begunAt()))
                .append(USED_AT, Date.from(session.usedAt()))
                .append(END, Date.from(session.latestEnd()))
                .append(
                        METHODS,
                        session.methods().stream()
                                .map(AuthenticationMethod::word)
                                .sorted()
                                .toList());
        sessions.insertOne(document, deadline);
    }

    @Override
    public Optional<Session> find(SessionDigest digest, Deadline deadline) {
        return sessions.first(of(digest), deadline).map(reading::one);
    }

    @Override
    public Map<SessionDigest, Session> ofAccount(AccountId account, Deadline deadline) {
        return matching(of(account), deadline);
    }

    @Override
    public Map<SessionDigest, Session> withId(AccountId account, SessionId id, Deadline deadline) {
        return matching(and(of(account), eq(ID, requireNonNull(id, "id").value())), deadline);
    }

    private Map<SessionDigest, Session> matching(Bson filter, Deadline deadline) {
        List<Document> documents = sessions.within(
                deadline, all -> all.find(filter).limit(MOST_GIVEN).into(new ArrayList<>()));
        return readingEntries.all(documents).stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void noteUse(SessionDigest digest, Instant at, Deadline deadline) {
        Bson one = of(digest);
        Date time = Date.from(requireNonNull(at, "at"));
        sessions.within(deadline, all -> all.updateOne(one, max(USED_AT, time)));
    }

    @Override
    public boolean delete(SessionDigest digest, Deadline deadline) {
        return sessions.deleteOne(of(digest), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        sessions.deleteMany(of(account), deadline);
    }

    private static Session toSession(StoredFields fields) {
        return new Session(
                fields.required(ID, SessionId::parse),
                fields.required(ACCOUNT, AccountId::parse),
                (int) fields.number(EPOCH),
                fields.flag(STAFF),
                fields.time(BEGUN_AT),
                fields.time(USED_AT),
                fields.has(METHODS) ? fields.all(METHODS, AuthenticationMethod::parse) : OF_OLD);
    }

    private static SessionDigest toDigest(StoredFields fields) {
        return fields.required(
                DIGEST, hex -> Optional.of(hex).filter(HexDigest::isDigest).map(SessionDigest::new));
    }

    private static Bson of(SessionDigest digest) {
        return eq(DIGEST, requireNonNull(digest, "digest").hex());
    }

    private static Bson of(AccountId account) {
        return eq(ACCOUNT, requireNonNull(account, "account").value());
    }
}
