package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.notErased;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryEntries.HISTORY;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryPages.MOVED;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryPages.PAGE_ENTRIES;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryPages.PAGE_SIZE;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryPages.id;
import static io.github.auraauth.adapter.mongo.terms.TermsHistoryPages.moved;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Moves the oldest entries of full records into {@link TermsHistoryPages}, in four writes, each of which may be repeated, by
 * several movers at once too: the empty page is made; the record marks the entries, which shows that it was not erased before
 * the page was there; the page is filled, if it is still there; the marked entries leave the record, and its count rises, in
 * one write.
 */
final class TermsHistoryMover {
    /** How many entries a record holds when the older ones of them are moved. */
    static final int FULL = 2 * PAGE_SIZE;

    /** In an entry of a record: the number of the page to which it moves. */
    private static final String PAGE = "page";

    /** The most pages that one call fills; a long history from before there were pages takes several calls. */
    private static final int PAGES_AT_ONCE = 4;

    private static final String ID = "_id";

    private final GuardedCollection records;
    private final GuardedCollection pages;

    /** @param connection to the terms' database */
    TermsHistoryMover(MongoConnection connection) {
        this.records = connection.collection(TermsDocumentMapper.COLLECTION);
        this.pages = connection.collection(TermsHistoryPages.COLLECTION);
    }

    /** Matches records whose document has room for another entry. */
    static Bson hasRoom() {
        return exists(HISTORY + '.' + (FULL - 1), false);
    }

    /** The records among these that have no room, by their {@code _id}. */
    List<Document> full(Bson these, Deadline deadline) {
        Bson full = and(these, exists(HISTORY + '.' + (FULL - 1)));
        return records.within(
                deadline, all -> all.find(full).projection(include(ID)).into(new ArrayList<>()));
    }

    /** Moves entries out of the record where it is full; tells whether it has room then. */
    boolean makeRoom(Document record, Deadline deadline) {
        for (int moves = 0; moves < PAGES_AT_ONCE; moves++) {
            Optional<Document> full = oldestOfFull(record, deadline);
            if (full.isEmpty()) {
                return true;
            }
            move(full.get(), deadline);
        }
        return oldestOfFull(record, deadline).isEmpty();
    }

    /** The record with its oldest entries, if it is full. */
    Optional<Document> oldestOfFull(Document record, Deadline deadline) {
        Bson one = and(eq(ID, record.get(ID)), exists(HISTORY + '.' + (FULL - 1)), notErased());
        Bson oldest = fields(include(MOVED), slice(HISTORY, PAGE_SIZE));
        return records.within(
                deadline,
                all -> Optional.ofNullable(all.find(one).projection(oldest).first()));
    }

    /** Moves the oldest entries, unless another mover was faster or the record was erased. */
    private void move(Document full, Deadline deadline) {
        if (announce(full, deadline) && fill(full, deadline)) {
            release(full, deadline);
        }
    }

    /** Makes the page and marks its entries; false where they are not to be moved any more. */
    boolean announce(Document full, Deadline deadline) {
        String page = id(full, moved(full) / PAGE_SIZE);
        pages.unlessDuplicate(deadline, all -> all.insertOne(new Document(ID, page)));
        List<Bson> marks = IntStream.range(0, PAGE_SIZE)
                .mapToObj(entry -> set(HISTORY + '.' + entry + '.' + PAGE, moved(full) / PAGE_SIZE))
                .toList();
        boolean marked = records.within(deadline, all -> all.updateOne(unmoved(full), combine(marks)))
                        .getMatchedCount()
                > 0;
        if (!marked && isGone(full, deadline)) {
            pages.within(deadline, all -> all.deleteOne(eq(ID, page)));
        }
        return marked;
    }

    /** Copies the entries into the page; false where an erasure has removed it. */
    boolean fill(Document full, Deadline deadline) {
        List<Document> entries = TermsHistoryEntries.in(full).stream()
                .limit(PAGE_SIZE)
                .map(entry -> {
                    Document copy = new Document(entry);
                    copy.remove(PAGE);
                    return copy;
                })
                .toList();
        Bson page = eq(ID, id(full, moved(full) / PAGE_SIZE));
        return pages.within(deadline, all -> all.updateOne(page, set(PAGE_ENTRIES, entries)))
                        .getMatchedCount()
                > 0;
    }

    void release(Document full, Deadline deadline) {
        Bson released = combine(pull(HISTORY, eq(PAGE, moved(full) / PAGE_SIZE)), inc(MOVED, PAGE_SIZE));
        records.within(deadline, all -> all.updateOne(unmoved(full), released));
    }

    private boolean isGone(Document full, Deadline deadline) {
        Bson one = and(eq(ID, full.get(ID)), notErased());
        return records.within(
                        deadline,
                        all -> Optional.ofNullable(
                                all.find(one).projection(include(ID)).first()))
                .isEmpty();
    }

    /** The record as long as nothing was moved out of it since it was read so. */
    private static Bson unmoved(Document full) {
        Bson still = moved(full) == 0 ? exists(MOVED, false) : eq(MOVED, moved(full));
        return and(eq(ID, full.get(ID)), still, notErased());
    }
}
