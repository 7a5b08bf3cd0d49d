package io.github.auraauth.adapter.mongo;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import java.util.Date;
import org.bson.Document;

/** Lines of the removal log as documents and back. */
final class RemovalDocuments implements NumberedLines.Form<RemovalEntry> {
    static final String AT = "at";

    private static final String NAME = "name";
    private static final String OPENING = "opening";

    @Override
    public long seq(RemovalEntry line) {
        return line.seq();
    }

    @Override
    public Document toDocument(RemovalEntry line) {
        return new Document(NumberedLines.SEQ, line.seq())
                .append(NAME, line.auraId().hex())
                .append(OPENING, line.opening())
                .append(AT, Date.from(line.at()));
    }

    @Override
    public RemovalEntry toLine(Document line) {
        return new RemovalEntry(
                line.getLong(NumberedLines.SEQ),
                new HashedAuraId(line.getString(NAME)),
                line.getLong(OPENING),
                line.getDate(AT).toInstant());
    }
}
