package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.github.auraauth.adapter.mongo.TermsDocuments.CREATED_AT;
import static io.github.auraauth.adapter.mongo.TermsDocuments.NAME;
import static io.github.auraauth.adapter.mongo.TermsDocuments.STATUS;
import static io.github.auraauth.adapter.mongo.TermsDocuments.USER_ID;
import static io.github.auraauth.adapter.mongo.TermsDocuments.VERSION;
import static io.github.auraauth.adapter.mongo.TermsDocuments.notErased;
import static io.github.auraauth.adapter.mongo.TermsDocuments.present;
import static io.github.auraauth.domain.terms.TermsStatus.ACCEPTED;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange.Kind;
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
 * Records of terms in MongoDB, one document for each user and terms, which holds the newest lines of their history too and
 * outlives a removal. What makes a call atomic is the unique index and the filter of one write. Needs the indexes of
 * {@link IndexDefinition#ofTerms()}.
 */
public final class MongoTermsStore implements TermsStore {
    private static final Bson NEWEST_FIRST =
            Sorts.orderBy(Sorts.descending(CREATED_AT), Sorts.ascending(NAME, VERSION));

    private final MongoCalls records;
    private final TermsHistoryPages pages;
    private final TermsHistoryMover mover;

    /** @param connection to the terms' database */
    public MongoTermsStore(MongoConnection connection) {
        this.records = connection.confirmed(TermsDocuments.COLLECTION);
        this.pages = new TermsHistoryPages(connection);
        this.mover = new TermsHistoryMover(connection);
    }

    /** Fills the document of a removed record or inserts one; where there is a record, the unique index refuses that. */
    @Override
    public InsertOutcome insert(Acceptance record, TermsStamp stamp, Deadline deadline) {
        Bson one = TermsDocuments.of(requireNonNull(record, "record").userId(), record.terms());
        Bson removed = and(one, exists(STATUS, false), notErased());
        Bson created = combine(
                set(STATUS, record.status().value()),
                set(CREATED_AT, Date.from(record.createdAt())),
                TermsLines.added(Kind.CREATED, Optional.of(record.status()), requireNonNull(stamp, "stamp")));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        Bson room = TermsHistoryMover.hasRoom();
        do {
            Bson writable = and(removed, room);
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
        throw new Outage.Contended(MongoCalls.DEPENDENCY);
    }

    @Override
    public ChangeOutcome change(
            TermsUserId userId, Terms terms, TermsStatus status, TermsStamp stamp, Deadline deadline) {
        Bson one = TermsDocuments.of(requireNonNull(userId, "userId"), requireNonNull(terms, "terms"));
        List<String> kept =
                List.of(ACCEPTED.value(), requireNonNull(status, "status").value());
        Bson changeable = and(one, present(), nin(STATUS, kept));
        Bson changed = combine(
                set(STATUS, status.value()),
                TermsLines.added(Kind.CHANGED, Optional.of(status), requireNonNull(stamp, "stamp")));
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
        throw new Outage.Contended(MongoCalls.DEPENDENCY);
    }

    @Override
    public Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline) {
        return find(TermsDocuments.of(requireNonNull(userId, "userId"), requireNonNull(terms, "terms")), deadline);
    }

    @Override
    public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), present());
        List<Document> documents = records.within(
                deadline,
                all -> all.find(ofUser)
                        .projection(exclude(TermsLines.HISTORY))
                        .sort(NEWEST_FIRST)
                        .into(new ArrayList<>()));
        return documents.stream().map(TermsDocuments::toRecord).toList();
    }

    @Override
    public void removeAll(TermsUserId userId, TermsStamp stamp, Deadline deadline) {
        Bson ofUser = and(eq(USER_ID, requireNonNull(userId, "userId").value()), present());
        Bson removed = combine(
                unset(STATUS),
                unset(CREATED_AT),
                TermsLines.added(Kind.DELETED, Optional.empty(), requireNonNull(stamp, "stamp")));
        mover.full(ofUser, deadline).forEach(record -> mover.makeRoom(record, deadline));
        records.within(deadline, all -> all.updateMany(ofUser, removed));
    }

    private Optional<Acceptance> find(Bson one, Deadline deadline) {
        return document(and(one, present()), deadline).map(TermsDocuments::toRecord);
    }

    private Optional<Document> document(Bson one, Deadline deadline) {
        return records.within(
                deadline,
                all -> Optional.ofNullable(
                        all.find(one).projection(exclude(TermsLines.HISTORY)).first()));
    }

    /**
     * Takes out of the way what an erasure left, or moves lines where the document is full.
     *
     * @return what the next try must ask for: none where a history from before there were pages is still too long, which
     *     then grows by this one line
     */
    private Bson roomAfterMaking(Document document, Deadline deadline) {
        if (TermsDocuments.isErased(document)) {
            pages.erase(document, deadline);
            return TermsHistoryMover.hasRoom();
        }
        return mover.makeRoom(document, deadline) ? TermsHistoryMover.hasRoom() : Filters.empty();
    }
}
