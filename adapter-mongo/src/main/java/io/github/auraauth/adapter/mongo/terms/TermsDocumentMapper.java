package io.github.auraauth.adapter.mongo.terms;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.github.auraauth.adapter.mongo.FlatFilter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes and reads records of terms as documents, also those that the original service wrote. A removed record is a
 * document without a status, of which only the history is left; one that is being erased has no status either and is marked.
 */
final class TermsDocumentMapper {
    /** The collection, as the original service named it. */
    static final String COLLECTION = "services";

    static final String USER_ID = "user_id";
    static final String NAME = "name";
    static final String VERSION = "version";
    static final String STATUS = "status";
    static final String CREATED_AT = "created_at";

    /** Set while an erasure deletes the pages of the record's history and then the document itself. */
    private static final String ERASED = "erased";

    private TermsDocumentMapper() {}

    /**
     * Matches the document of that user and terms, whether the record is removed or not.
     *
     * @param more what must hold too
     */
    static Bson of(TermsUserId userId, Terms terms, Bson... more) {
        return FlatFilter.of(
                eq(USER_ID, userId.value()),
                eq(NAME, terms.name().value()),
                eq(VERSION, terms.version().value()),
                FlatFilter.of(more));
    }

    /** Matches documents whose record is not removed. */
    static Bson present() {
        return exists(STATUS);
    }

    /** The update that begins an erasure, from which on no call finds a record in the document. */
    static Bson erasure() {
        return combine(set(ERASED, true), unset(STATUS), unset(CREATED_AT));
    }

    static Bson isErased() {
        return exists(ERASED);
    }

    static Bson notErased() {
        return exists(ERASED, false);
    }

    static boolean isErased(Document document) {
        return document.containsKey(ERASED);
    }

    /** @throws UnreadableTerms when neither this service nor the original one writes such a document */
    static Acceptance toRecord(Document document) {
        Date createdAt = Optional.ofNullable(document.get(CREATED_AT))
                .filter(Date.class::isInstance)
                .map(Date.class::cast)
                .orElseThrow(() -> new UnreadableTerms(CREATED_AT));
        return new Acceptance(
                required(document, USER_ID, TermsUserId::parse),
                toTerms(document),
                required(document, STATUS, TermsStatus::parse),
                createdAt.toInstant());
    }

    /** Exceptions as of {@link #toRecord}. */
    static Terms toTerms(Document document) {
        return new Terms(
                required(document, NAME, ServiceName::parse), required(document, VERSION, TermsVersion::parse));
    }

    static <T> T required(Document document, String field, Function<String, Optional<T>> parse) {
        return Optional.ofNullable(document.get(field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(parse)
                .orElseThrow(() -> new UnreadableTerms(field));
    }
}
