package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Updates.push;

import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The newest entries of a record's history: an array in its own document, so that one atomic write changes the record and
 * adds the entry. Older ones are in {@link TermsHistoryPages}.
 */
final class TermsHistoryEntries {
    static final String HISTORY = "history";

    private static final String WHAT = "what";
    private static final String STATUS = "status";
    private static final String AT = "at";
    private static final String CORRELATOR = "correlator";
    private static final String KEY = "key";

    private TermsHistoryEntries() {}

    /** The part of an update that adds an entry. */
    static Bson added(TermsChange.Action action, Optional<TermsStatus> status, TermsStamp stamp) {
        Document entry = new Document(WHAT, action.text());
        status.ifPresent(given -> entry.append(STATUS, given.value()));
        entry.append(AT, Date.from(stamp.at()))
                .append(CORRELATOR, stamp.caller().correlator())
                .append(KEY, stamp.caller().key());
        return push(HISTORY, entry);
    }

    /** The entries that the record's document itself holds, oldest first; the original service wrote none. */
    static List<Document> in(Document document) {
        return document.getList(HISTORY, Document.class, List.of());
    }

    /** @throws UnreadableTerms when this service does not write such an entry */
    static TermsChange toChange(Terms terms, Document entry) {
        try {
            return read(terms, entry);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            throw new UnreadableTerms(HISTORY);
        }
    }

    private static TermsChange read(Terms terms, Document entry) {
        TermsCaller caller = new TermsCaller(entry.getString(CORRELATOR), entry.getInteger(KEY));
        return new TermsChange(
                terms,
                TermsDocumentMapper.required(entry, WHAT, TermsChange.Action::parse),
                Optional.ofNullable(entry.getString(STATUS)).flatMap(TermsStatus::parse),
                caller.at(entry.getDate(AT).toInstant()));
    }
}
