package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.util.ArrayList;
import java.util.List;

/** The log of revocations in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryRevocationLog implements RevocationLog {
    private final List<RevocationEntry> lines = new ArrayList<>();

    @Override
    public RevocationEntry append(Revocation revocation, Deadline deadline) {
        requireNonNull(revocation, "revocation");
        Deadlines.check(deadline);
        synchronized (lines) {
            RevocationEntry line = new RevocationEntry(lines.size() + 1L, revocation);
            lines.add(line);
            return line;
        }
    }

    @Override
    public List<RevocationEntry> after(long seq, int most, Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (lines) {
            return lines.stream().skip(seq).limit(most).toList();
        }
    }
}
