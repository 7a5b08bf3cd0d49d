package io.github.auraauth.usecase;

import io.github.auraauth.adapter.memory.InMemoryRevocationLog;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.util.List;

/** A log of revocations in memory that can be away, slow and set back. */
public final class WatchedLog implements RevocationLog {
    private InMemoryRevocationLog lines = new InMemoryRevocationLog();
    private final Dependencies dependencies;

    public WatchedLog(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** Sets the log back to its first entries, as the restore of a database does. */
    public void setBackTo(int kept, Deadline deadline) {
        List<RevocationEntry> restored = lines.after(0, kept, deadline);
        lines = new InMemoryRevocationLog();
        restored.forEach(entry -> lines.append(entry.revocation(), deadline));
    }

    @Override
    public RevocationEntry append(Revocation revocation, Deadline deadline) {
        dependencies.ask("append", deadline);
        return lines.append(revocation, deadline);
    }

    @Override
    public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
        dependencies.ask("after", deadline);
        return lines.after(seq, most, deadline);
    }
}
