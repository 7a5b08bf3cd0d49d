package io.github.auraauth.adapter.mongo.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.session.LoginFailures;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Failed logins in MongoDB, one document a key. A failure looks first and then adds one to the document by its {@code _id}
 * alone, which the embedded store answers from an index; only where a count begins anew does the write ask for more.
 */
public final class MongoLoginFailures implements LoginFailures {
    private static final String COLLECTION = "loginFailures";
    private static final String KEY = "_id";
    private static final String FAILURES = "failures";
    private static final String BEGUN_AT = "begunAt";
    private static final String LAST_FAILURE = "lastFailure";
    private static final String LAST_SUCCESS = "lastSuccess";
    private static final String END = "end";

    private static final Bson NO_FAILURES = combine(unset(FAILURES), unset(BEGUN_AT), unset(LAST_FAILURE));

    private final GuardedCollection counts;
    private final DocumentReading<FailureCount> reading;
    private final DocumentReading<Optional<Instant>> readingBegin;

    /** @param unreadable receives the documents that cannot be read */
    public MongoLoginFailures(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.counts = connection.collection(COLLECTION);
        this.reading = new DocumentReading<>(MongoLoginFailures::toCount, unreadable);
        this.readingBegin = new DocumentReading<>(fields -> fields.optionalTime(BEGUN_AT), unreadable);
    }

    @Override
    public FailureCount find(LoginAttemptKey key, Deadline deadline) {
        return document(of(key), deadline).map(reading::one).orElse(FailureCount.NONE);
    }

    @Override
    public void noteFailure(LoginAttemptKey key, Instant at, Instant since, Deadline deadline) {
        Bson one = of(key);
        requireNonNull(at, "at");
        requireNonNull(since, "since");
        do {
            Optional<Document> known = document(one, deadline);
            boolean noted = known.isPresent()
                    ? isAdded(one, readingBegin.one(known.get()), at, since, deadline)
                    : isFirst(key, at, deadline);
            if (noted) {
                return;
            }
            // another wrote between the two calls
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public void noteSuccess(LoginAttemptKey key, Instant at, Deadline deadline) {
        Bson one = of(key);
        Bson succeeded = combine(
                max(LAST_SUCCESS, Date.from(requireNonNull(at, "at"))),
                max(END, Date.from(at.plus(FailureCount.SUCCESS_KEPT))),
                NO_FAILURES);
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        do {
            if (counts.unlessDuplicate(deadline, all -> all.updateOne(one, succeeded, upsert))
                    .isPresent()) {
                return;
            }
            // another made the document between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public void clear(LoginAttemptKey key, Deadline deadline) {
        Bson one = of(key);
        counts.within(deadline, all -> all.updateOne(one, NO_FAILURES));
    }

    private boolean isFirst(LoginAttemptKey key, Instant at, Deadline deadline) {
        Document first = new Document(KEY, key.hex())
                .append(FAILURES, 1)
                .append(BEGUN_AT, Date.from(at))
                .append(LAST_FAILURE, Date.from(at))
                .append(END, endAfter(at));
        return counts.unlessDuplicate(deadline, all -> all.insertOne(first)).isPresent();
    }

    /** @param begun of the count as it was read */
    private boolean isAdded(Bson one, Optional<Instant> begun, Instant at, Instant since, Deadline deadline) {
        Optional<Date> goingOn = begun.filter(first -> !first.isBefore(since)).map(Date::from);
        Bson wanted = goingOn.isPresent()
                ? one
                : and(one, eq(BEGUN_AT, begun.map(Date::from).orElse(null)));
        // a count that was cleared meanwhile goes on as if it had begun when the cleared one did
        Bson next = goingOn.map(
                        first -> combine(inc(FAILURES, 1), max(BEGUN_AT, first), max(LAST_FAILURE, Date.from(at))))
                .orElseGet(() ->
                        combine(set(FAILURES, 1), set(BEGUN_AT, Date.from(at)), set(LAST_FAILURE, Date.from(at))));
        Bson kept = combine(next, max(END, endAfter(at)));
        return counts.within(deadline, all -> all.updateOne(wanted, kept)).getMatchedCount() > 0;
    }

    private Optional<Document> document(Bson one, Deadline deadline) {
        return counts.first(one, deadline);
    }

    private static Date endAfter(Instant failure) {
        return Date.from(failure.plus(FailureCount.FAILURE_KEPT));
    }

    private static FailureCount toCount(StoredFields fields) {
        return new FailureCount(
                fields.has(FAILURES) ? (int) fields.number(FAILURES) : 0,
                fields.optionalTime(LAST_FAILURE),
                fields.optionalTime(LAST_SUCCESS));
    }

    private static Bson of(LoginAttemptKey key) {
        return eq(KEY, requireNonNull(key, "key").hex());
    }
}
