package io.github.auraauth.adapter.mongo.activity;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.Seal;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Entries of the audit trail as documents. */
final class AuditEntryMapper {
    static final String COLLECTION = "activity";
    static final String ID = "_id";
    static final String AT = "at";
    static final String EVENT = "event";
    static final String ACTOR = "actor";
    static final String ACCOUNT = "account";
    static final String OBJECT = "object";
    private static final String KEY_ID = "kid";
    private static final String PREVIOUS = "prev";
    private static final String MAC = "mac";

    private AuditEntryMapper() {}

    static Document toDocument(AuditEntry entry) {
        Document document = new Document(ID, entry.id())
                .append(AT, Date.from(entry.at()))
                .append(EVENT, entry.event())
                .append(ACTOR, entry.actor());
        entry.account().ifPresent(account -> document.append(ACCOUNT, account));
        document.append(OBJECT, entry.object());
        entry.seal()
                .ifPresent(seal -> document.append(KEY_ID, seal.keyId())
                        .append(PREVIOUS, seal.previous())
                        .append(MAC, seal.mac()));
        return document;
    }

    /** Also of a document that somebody changed, whose fields of another type are given as words: no MAC fits those. */
    static AuditEntry toEntry(Document document) {
        return new AuditEntry(
                words(document, ID),
                document.get(AT) instanceof Date at ? at.toInstant() : Instant.EPOCH,
                words(document, EVENT),
                words(document, ACTOR),
                Optional.ofNullable(document.get(ACCOUNT)).map(Object::toString),
                words(document, OBJECT),
                Optional.ofNullable(document.get(MAC))
                        .map(mac -> new Seal(words(document, KEY_ID), words(document, PREVIOUS), mac.toString())));
    }

    private static String words(Document document, String field) {
        return String.valueOf(document.get(field));
    }
}
