package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.invalidation.InvalidationLogContract;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A log that takes its numbers from a counter, so that a line may appear below one already seen. Run by {@link KitsTurnRedTest} only. */
class NumbersThenWrites implements InvalidationLogContract, NoBackend {
    private final InvalidationLog log = new InvalidationLog() {
        private final AtomicLong counter = new AtomicLong();
        private final NavigableMap<Long, InvalidationEntry> lines = new ConcurrentSkipListMap<>();

        @Override
        public InvalidationEntry open(HashedAuraId auraId, Instant at, Deadline deadline) {
            return append(auraId, 0, at);
        }

        @Override
        public InvalidationEntry close(InvalidationEntry opening, Instant at, Deadline deadline) {
            return append(opening.auraId(), opening.seq(), at);
        }

        @Override
        public List<InvalidationEntry> after(long seq, int most, Deadline deadline) {
            return lines.tailMap(seq, false).values().stream().limit(most).toList();
        }

        @Override
        public void forgetBefore(Instant time, Deadline deadline) {
            lines.headMap(counter.get()).values().removeIf(line -> line.at().isBefore(time));
        }

        private InvalidationEntry append(HashedAuraId auraId, long opening, Instant at) {
            InvalidationEntry line = new InvalidationEntry(counter.incrementAndGet(), auraId, opening, at);
            if (line.seq() % 3 == 0) {
                LockSupport.parkNanos(10_000_000);
            }
            lines.put(line.seq(), line);
            return line;
        }
    };

    @Override
    public InvalidationLog log() {
        return log;
    }
}
