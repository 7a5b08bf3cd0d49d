package io.github.auraauth.adapter.mongo;

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
 * The newest lines of a record's history: an array in its own document, so that one atomic write changes the record and
 * adds the line. Older ones lie in {@link TermsHistoryPages}.
 */
final class TermsLines {
    static final String HISTORY = "history";

    private static final String WHAT = "what";
    private static final String STATUS = "status";
    private static final String AT = "at";
    private static final String CORRELATOR = "correlator";
    private static final String KEY = "key";

    private TermsLines() {}

    /** The part of an update that adds a line. */
    static Bson added(TermsChange.Kind kind, Optional<TermsStatus> status, TermsStamp stamp) {
        Document line = new Document(WHAT, kind.text());
        status.ifPresent(word -> line.append(STATUS, word.value()));
        line.append(AT, Date.from(stamp.at()))
                .append(CORRELATOR, stamp.caller().correlator())
                .append(KEY, stamp.caller().key());
        return push(HISTORY, line);
    }

    /** The lines that the record's document itself holds, oldest first; the original service wrote none. */
    static List<Document> in(Document document) {
        return document.getList(HISTORY, Document.class, List.of());
    }

    static TermsChange toChange(Terms terms, Document line) {
        TermsCaller caller = new TermsCaller(line.getString(CORRELATOR), line.getInteger(KEY));
        return new TermsChange(
                terms,
                TermsDocuments.required(line, WHAT, TermsChange.Kind::parse),
                Optional.ofNullable(line.getString(STATUS)).flatMap(TermsStatus::parse),
                caller.at(line.getDate(AT).toInstant()));
    }
}
