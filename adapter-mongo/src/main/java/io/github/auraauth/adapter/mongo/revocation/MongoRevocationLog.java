package io.github.auraauth.adapter.mongo.revocation;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.SequencedLog;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.util.List;

/** The log of revocations in MongoDB. */
public final class MongoRevocationLog implements RevocationLog {
    private static final String COLLECTION = "revocations";

    private final SequencedLog<RevocationEntry> entries;

    public MongoRevocationLog(MongoConnection connection) {
        this.entries = new SequencedLog<>(connection, COLLECTION, new RevocationEntryCodec());
    }

    /** Reads and writes entries that are in no database, such as those of a backup. */
    public static SequencedLog.EntryCodec<RevocationEntry> codec() {
        return new RevocationEntryCodec();
    }

    @Override
    public RevocationEntry append(Revocation revocation, Deadline deadline) {
        requireNonNull(revocation, "revocation");
        return entries.append(seq -> new RevocationEntry(seq, revocation), deadline);
    }

    @Override
    public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
        return entries.after(seq, most, deadline);
    }
}
