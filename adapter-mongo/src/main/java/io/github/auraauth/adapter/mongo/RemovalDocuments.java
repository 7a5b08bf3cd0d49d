package io.github.auraauth.adapter.mongo;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import java.util.Date;
import org.bson.Document;

/** Lines of the removal log as documents and back. */
final class RemovalDocuments {
    static final String SEQ = "_id";
    static final String AT = "at";

    private static final String NAME = "name";
    private static final String OPENING = "opening";

    private RemovalDocuments() {}

    static Document of(RemovalEntry line) {
        return new Document(SEQ, line.seq())
                .append(NAME, line.auraId().hex())
                .append(OPENING, line.opening())
                .append(AT, Date.from(line.at()));
    }

    static RemovalEntry toEntry(Document line) {
        return new RemovalEntry(
                line.getLong(SEQ),
                new HashedAuraId(line.getString(NAME)),
                line.getLong(OPENING),
                line.getDate(AT).toInstant());
    }
}
