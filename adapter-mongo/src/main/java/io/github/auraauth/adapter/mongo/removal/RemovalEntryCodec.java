package io.github.auraauth.adapter.mongo.removal;

import io.github.auraauth.adapter.mongo.SequencedLog;
import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import java.util.Date;
import org.bson.Document;

/** Writes and reads entries of the removal log. */
final class RemovalEntryCodec implements SequencedLog.EntryCodec<RemovalEntry> {
    static final String AT = "at";

    private static final String NAME = "name";
    private static final String OPENING = "opening";

    @Override
    public long seq(RemovalEntry entry) {
        return entry.seq();
    }

    @Override
    public Document encode(RemovalEntry entry) {
        return new Document(SequencedLog.SEQ, entry.seq())
                .append(NAME, entry.auraId().hex())
                .append(OPENING, entry.opening())
                .append(AT, Date.from(entry.at()));
    }

    @Override
    public RemovalEntry decode(Document document) {
        return new RemovalEntry(
                document.getLong(SequencedLog.SEQ),
                new HashedAuraId(document.getString(NAME)),
                document.getLong(OPENING),
                document.getDate(AT).toInstant());
    }
}
