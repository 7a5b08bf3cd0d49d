package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.CREATED_AT;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.NAME;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.STATUS;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.USER_ID;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.VERSION;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.notErased;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.present;
import static io.github.auraauth.domain.terms.TermsStatus.ACCEPTED;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange.Action;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.terms.TermsStore;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Records of terms in MongoDB, one document for each user and terms, which also holds the newest entries of their history and
 * outlives a removal. The unique index and the filter of a single write make an insertion and a change atomic;
 * {@link #removeAll} is atomic for each record, not for all of them. Needs the indexes of {@code IndexDefinition.ofTerms()}.
 */
public final class MongoTermsStore implements TermsStore {
    private static final Bson NEWEST_FIRST =
            Sorts.orderBy(Sorts.descending(CREATED_AT), Sorts.ascending(NAME, VERSION));

    private final GuardedCollection records;
    private final TermsHistoryPages pages;
    private final TermsHistoryMover mover;
    private final UnreadableDocumentReporter unreadable;

    /**
     * @param connection to the terms' database
     * @param unreadable receives the documents that cannot be read
     */
    public MongoTermsStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.records = connection.confirmed(TermsDocumentMapper.COLLECTION);
        this.pages = new TermsHistoryPages(connection);
        this.mover = new TermsHistoryMover(connection);
        this.unreadable = requireNonNull(unreadable, "unreadable");
    }

    /** Fills the document of a removed record or inserts a new one, which the unique index refuses where there is a record. */
    @Override
    public InsertOutcome insert(Acceptance record, TermsStamp stamp, Deadline deadline) {
        Bson one = TermsDocumentMapper.of(requireNonNull(record, "record").userId(), record.terms());
        Bson created = combine(
                set(STATUS, record.status().value()),
                set(CREATED_AT, Date.from(record.createdAt())),
                TermsHistoryEntries.added(
                        Action.CREATED, Optional.of(record.status()), requireNonNull(stamp, "stamp")));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        Bson room = TermsHistoryMover.hasRoom();
        do {
            Bson writable =
                    TermsDocumentMapper.of(record.userId(), record.terms(), exists(STATUS, false), notErased(), room);
            if (records.unlessDuplicate(deadline, all -> all.updateOne(writable, created, upsert))
                    .isPresent()) {
                return InsertOutcome.INSERTED;
            }
            Optional<Document> other = document(one, deadline);
            if (other.filter(document -> document.containsKey(STATUS)).isPresent()) {
                return InsertOutcome.PRESENT;
            }
            room = other.map(document -> roomAfterMaking(document, deadline)).orElseGet(TermsHistoryMover::hasRoom);
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public ChangeOutcome change(
            TermsUserId userId, Terms terms, TermsStatus status, TermsStamp stamp, Deadline deadline) {
        Bson one = TermsDocumentMapper.of(requireNonNull(userId, "userId"), requireNonNull(terms, "terms"));
        List<String> kept =
                List.of(ACCEPTED.value(), requireNonNull(status, "status").value());
        Bson changeable = and(one, present(), nin(STATUS, kept));
        Bson changed = combine(
                set(STATUS, status.value()),
                TermsHistoryEntries.added(Action.CHANGED, Optional.of(status), requireNonNull(stamp, "stamp")));
        Bson room = TermsHistoryMover.hasRoom();
        do {
            Bson writable = and(changeable, room);
            if (records.within(deadline, all -> all.updateOne(writable, changed))
                            .getMatchedCount()
                    > 0) {
                return ChangeOutcome.CHANGED;
            }
            Optional<Document> record = document(one, deadline).filter(document -> document.containsKey(STATUS));
            if (record.isEmpty()) {
                return ChangeOutcome.ABSENT;
            }
            if (kept.contains(record.get().get(STATUS))) {
                return ChangeOutcome.UNCHANGED;
            }
            // it is full, or it came or was changed between the two calls
            room = roomAfterMaking(record.get(), deadline);
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline) {
        return find(TermsDocumentMapper.of(requireNonNull(userId, "userId"), requireNonNull(terms, "terms")), deadline);
    }

    @Override
    public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), present());
        List<Document> documents = records.within(
                deadline,
                all -> all.find(ofUser)
                        .projection(exclude(TermsHistoryEntries.HISTORY))
                        .sort(NEWEST_FIRST)
                        .into(new ArrayList<>()));
        return documents.stream()
                .flatMap(document ->
                        UnreadableTerms.skipped(document, unreadable, () -> TermsDocumentMapper.toRecord(document))
                                .stream())
                .toList();
    }

    @Override
    public void removeAll(TermsUserId userId, TermsStamp stamp, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), present());
        Bson removed = combine(
                unset(STATUS),
                unset(CREATED_AT),
                TermsHistoryEntries.added(Action.DELETED, Optional.empty(), requireNonNull(stamp, "stamp")));
        mover.full(ofUser, deadline).forEach(record -> mover.makeRoom(record, deadline));
        records.within(deadline, all -> all.updateMany(ofUser, removed));
    }

    /** An unreadable record is an outage here: it is neither absent, since an insertion is refused, nor can it be given. */
    private Optional<Acceptance> find(Bson one, Deadline deadline) {
        return document(and(one, present()), deadline).map(document -> {
            try {
                return TermsDocumentMapper.toRecord(document);
            } catch (UnreadableTerms e) {
                e.report(document, unreadable);
                throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
            }
        });
    }

    private Optional<Document> document(Bson one, Deadline deadline) {
        return records.within(
                deadline,
                all -> Optional.ofNullable(all.find(one)
                        .projection(exclude(TermsHistoryEntries.HISTORY))
                        .first()));
    }

    /**
     * Deletes what an erasure left, or moves entries where the document is full.
     *
     * @return the filter of the next try, which is empty where a history from before there were pages is still too long; it
     *     then grows by this one entry
     */
    private Bson roomAfterMaking(Document document, Deadline deadline) {
        if (TermsDocumentMapper.isErased(document)) {
            pages.erase(document, deadline);
            return TermsHistoryMover.hasRoom();
        }
        return mover.makeRoom(document, deadline) ? TermsHistoryMover.hasRoom() : Filters.empty();
    }
}
