package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static io.github.auraauth.adapter.mongo.terms.TermsDocumentMapper.isErased;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The older entries of records' histories, in documents of their own, so that no record grows without bound. A page holds
 * {@link #PAGE_SIZE} entries; page number {@code k} of a record holds those from {@code k * PAGE_SIZE} on, and its {@code _id} says
 * so. A record counts the entries that were moved out of it, by {@link TermsHistoryMover}.
 *
 * <p>Who erases marks the record first, so that no page is made for it any more, then removes its pages, so that none is
 * filled, and then the record.
 */
final class TermsHistoryPages {
    /** Apart from the records, which the original service lists. */
    static final String COLLECTION = "servicesHistory";

    /** How many entries a page holds. */
    static final int PAGE_SIZE = 32;

    /** How many entries were moved out of a record; none where it is missing. */
    static final String MOVED = "moved";

    private static final int PAGES_A_CALL = 500;
    private static final String ID = "_id";
    /** In a page: its entries, oldest first; missing until it is filled. */
    static final String PAGE_ENTRIES = "lines";

    private final GuardedCollection records;
    private final GuardedCollection pages;

    /** @param connection to the terms' database */
    TermsHistoryPages(MongoConnection connection) {
        this.records = connection.collection(TermsDocumentMapper.COLLECTION);
        this.pages = connection.collection(COLLECTION);
    }

    /** The whole histories of these records' documents. */
    List<RecordHistory> histories(List<Document> documents, Deadline deadline) {
        Map<String, List<Document>> moved = pages(documents, deadline);
        return documents.stream()
                .map(document -> new RecordHistory(
                        document,
                        Stream.concat(
                                        idsOfPages(document)
                                                .flatMap(page -> moved.getOrDefault(page, List.of()).stream()),
                                        TermsHistoryEntries.in(document).stream())
                                .toList()))
                .toList();
    }

    /**
     * All that was done to one record.
     *
     * @param entries oldest first
     */
    record RecordHistory(Document document, List<Document> entries) {

        /** Whether pages are missing, which an erasure alone brings about. */
        boolean isTorn() {
            return entries.size()
                    < moved(document) + TermsHistoryEntries.in(document).size();
        }
    }

    /** Ends what marking the record began; may be repeated. */
    long erase(Document erased, Deadline deadline) {
        int last = moved(erased) / PAGE_SIZE;
        for (int first = 0; first <= last; first += PAGES_A_CALL) {
            List<String> some = IntStream.rangeClosed(first, Math.min(last, first + PAGES_A_CALL - 1))
                    .mapToObj(page -> id(erased, page))
                    .toList();
            pages.deleteMany(in(ID, some), deadline);
        }
        Bson one = and(eq(ID, erased.get(ID)), isErased());
        return records.within(deadline, all -> all.deleteOne(one)).getDeletedCount();
    }

    private Map<String, List<Document>> pages(List<Document> documents, Deadline deadline) {
        List<String> ids =
                documents.stream().flatMap(TermsHistoryPages::idsOfPages).toList();
        Map<String, List<Document>> found = new HashMap<>();
        for (int first = 0; first < ids.size(); first += PAGES_A_CALL) {
            List<String> some = ids.subList(first, Math.min(ids.size(), first + PAGES_A_CALL));
            pages.within(deadline, all -> all.find(in(ID, some)).into(new ArrayList<>()))
                    .forEach(page ->
                            found.put(page.getString(ID), page.getList(PAGE_ENTRIES, Document.class, List.of())));
        }
        return found;
    }

    private static Stream<String> idsOfPages(Document document) {
        return IntStream.range(0, moved(document) / PAGE_SIZE).mapToObj(page -> id(document, page));
    }

    /** How many entries were moved out of that record. */
    static int moved(Document document) {
        return document.get(MOVED) instanceof Number entries ? entries.intValue() : 0;
    }

    /** The {@code _id} of that page of a record. */
    static String id(Document document, int page) {
        return document.get(ID) + ":" + page;
    }
}
