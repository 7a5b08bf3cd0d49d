package io.github.auraauth.adapter.memory.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.authtoken.ReleaseOrder;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import java.util.concurrent.atomic.AtomicReference;

/** The version that applied the list last, in the memory of one process, gone with it. */
public final class InMemoryAppliedListVersion implements AppliedListVersion {
    /** Sorts before every version. */
    private static final String NONE = "";

    private final AtomicReference<String> latest = new AtomicReference<>(NONE);

    @Override
    public boolean isCurrent(String version, Deadline deadline) {
        String sortable = ReleaseOrder.sortable(requireNonNull(version, "version"));
        Deadlines.check(deadline);
        return sortable.compareTo(latest.get()) >= 0;
    }

    @Override
    public boolean advanceTo(String version, Deadline deadline) {
        String sortable = ReleaseOrder.sortable(requireNonNull(version, "version"));
        Deadlines.check(deadline);
        return latest.accumulateAndGet(sortable, (noted, next) -> noted.compareTo(next) > 0 ? noted : next)
                .equals(sortable);
    }
}
