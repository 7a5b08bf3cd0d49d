package io.github.auraauth.adapter.mongo.invalidation;

import io.github.auraauth.adapter.mongo.SequencedLog;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import java.util.Date;
import org.bson.Document;

/** Writes and reads entries of the invalidation log. */
final class InvalidationEntryCodec implements SequencedLog.EntryCodec<InvalidationEntry> {
    static final String AT = "at";

    private static final String NAME = "name";
    private static final String OPENING = "opening";

    @Override
    public long seq(InvalidationEntry entry) {
        return entry.seq();
    }

    @Override
    public Document encode(InvalidationEntry entry) {
        return new Document(SequencedLog.SEQ, entry.seq())
                .append(NAME, entry.auraId().hex())
                .append(OPENING, entry.opening())
                .append(AT, Date.from(entry.at()));
    }

    @Override
    public InvalidationEntry decode(Document document) {
        return new InvalidationEntry(
                document.getLong(SequencedLog.SEQ),
                new HashedAuraId(document.getString(NAME)),
                document.getLong(OPENING),
                document.getDate(AT).toInstant());
    }
}
