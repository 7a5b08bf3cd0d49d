package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.util.List;

/** The log of revocations in MongoDB. */
public final class MongoRevocationLog implements RevocationLog {
    private static final String COLLECTION = "revocations";

    private final NumberedLines<RevocationEntry> lines;

    public MongoRevocationLog(MongoConnection connection) {
        this.lines = new NumberedLines<>(connection, COLLECTION, new RevocationDocuments());
    }

    @Override
    public RevocationEntry append(Revocation revocation, Deadline deadline) {
        requireNonNull(revocation, "revocation");
        return lines.append(seq -> new RevocationEntry(seq, revocation), deadline);
    }

    @Override
    public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
        return lines.after(seq, most, deadline);
    }
}
