package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.adapter.mongo.SequencedLog.EntryCodec;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Brings revocations into the log under new numbers, so that whoever follows it reads them too. Each is appended once, also
 * where it is brought again.
 */
final class RevocationMerge {
    private static final int A_CALL = 1_000;

    private final RevocationLog log;
    private final EntryCodec<RevocationEntry> codec;
    private final Set<Revocation> known = new HashSet<>();
    private Optional<RevocationEntry> last = Optional.empty();

    /** @param codec reads entries that are in no database */
    RevocationMerge(RevocationLog log, EntryCodec<RevocationEntry> codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Reads what the log holds. */
    void begin(Deadline deadline) {
        List<RevocationEntry> next = log.after(seq(), A_CALL, deadline);
        while (!next.isEmpty()) {
            next.forEach(entry -> known.add(entry.revocation()));
            last = Optional.of(next.get(next.size() - 1));
            next = log.after(seq(), A_CALL, deadline);
        }
    }

    RestoreCounts add(List<Document> documents, Deadline deadline) {
        long added = documents.stream()
                .map(document -> codec.decode(document).revocation())
                .filter(revocation -> append(revocation, deadline))
                .count();
        return new RestoreCounts(added, 0, documents.size() - added, 0, 0);
    }

    /**
     * Appends what a mirror knows and the log does not, and goes on to the mirror's version: up to it, what is revoked next
     * would be taken for known.
     */
    void catchUpWith(Revocations mirror, Deadline deadline) {
        mirror.all().forEach(revocation -> append(revocation, deadline));
        while (seq() < mirror.version() && last.isPresent()) {
            last = Optional.of(log.append(last.get().revocation(), deadline));
        }
    }

    private boolean append(Revocation revocation, Deadline deadline) {
        if (!known.add(revocation)) {
            return false;
        }
        last = Optional.of(log.append(revocation, deadline));
        return true;
    }

    private long seq() {
        return last.map(RevocationEntry::seq).orElse(0L);
    }
}
