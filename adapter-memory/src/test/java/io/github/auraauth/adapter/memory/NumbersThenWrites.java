package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.removal.RemovalLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.removal.RemovalLogContract;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A log that takes its numbers from a counter, so that a line may appear below one already seen. Run by {@link KitsTurnRedTest} only. */
class NumbersThenWrites implements RemovalLogContract, NoBackend {
    private final RemovalLog log = new RemovalLog() {
        private final AtomicLong counter = new AtomicLong();
        private final NavigableMap<Long, RemovalEntry> lines = new ConcurrentSkipListMap<>();

        @Override
        public RemovalEntry open(HashedAuraId auraId, Instant at, Deadline deadline) {
            return append(auraId, 0, at);
        }

        @Override
        public RemovalEntry close(RemovalEntry opening, Instant at, Deadline deadline) {
            return append(opening.auraId(), opening.seq(), at);
        }

        @Override
        public List<RemovalEntry> after(long seq, int most, Deadline deadline) {
            return lines.tailMap(seq, false).values().stream().limit(most).toList();
        }

        @Override
        public void forgetBefore(Instant time, Deadline deadline) {
            lines.headMap(counter.get()).values().removeIf(line -> line.at().isBefore(time));
        }

        private RemovalEntry append(HashedAuraId auraId, long opening, Instant at) {
            RemovalEntry line = new RemovalEntry(counter.incrementAndGet(), auraId, opening, at);
            if (line.seq() % 3 == 0) {
                LockSupport.parkNanos(10_000_000);
            }
            lines.put(line.seq(), line);
            return line;
        }
    };

    @Override
    public RemovalLog log() {
        return log;
    }
}
