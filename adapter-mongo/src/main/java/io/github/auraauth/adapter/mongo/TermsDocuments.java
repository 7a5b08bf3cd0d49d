package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Outage;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Records of terms as documents and back, also those that the original service wrote. A removed record is a document
 * without a status: only its history is left. One that is being erased has no status either, and is marked.
 */
final class TermsDocuments {
    /** The collection, as the original service named it. */
    static final String COLLECTION = "services";

    static final String USER_ID = "user_id";
    static final String NAME = "name";
    static final String VERSION = "version";
    static final String STATUS = "status";
    static final String CREATED_AT = "created_at";

    /** Set while an erasure takes the pages of its history away, and then the document itself. */
    private static final String ERASED = "erased";

    private TermsDocuments() {}

    /** The one document of that user and terms, whether the record is removed or not. */
    static Bson of(TermsUserId userId, Terms terms) {
        return and(
                eq(USER_ID, userId.value()),
                eq(NAME, terms.name().value()),
                eq(VERSION, terms.version().value()));
    }

    /** Whether the record is not removed. */
    static Bson present() {
        return exists(STATUS);
    }

    /** The change that begins an erasure: from then on the document is nobody's record. */
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

    /** @throws Outage.Unavailable when the document is none that this service or the original one writes */
    static Acceptance toRecord(Document document) {
        Date createdAt = Optional.ofNullable(document.get(CREATED_AT))
                .filter(Date.class::isInstance)
                .map(Date.class::cast)
                .orElseThrow(() -> unreadable(document, CREATED_AT));
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
                .orElseThrow(() -> unreadable(document, field));
    }

    private static Outage unreadable(Document document, String field) {
        return new Outage.Unavailable(
                MongoCalls.DEPENDENCY,
                new IllegalStateException("document " + document.get("_id") + " holds no readable " + field));
    }
}
