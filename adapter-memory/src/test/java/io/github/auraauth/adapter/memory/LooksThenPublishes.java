package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.invalidation.InvalidationLogContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A log that compares versions before it writes, so that an older one may end on top. Run by {@link KitsTurnRedTest} only. */
class LooksThenPublishes implements InvalidationLogContract, NoBackend {
    private final InvalidationLog log = new InvalidationLog() {
        private final InvalidationLog right = new InMemoryInvalidationLog(InstantSource.system());
        private final Map<String, ActiveSegment> active = new ConcurrentHashMap<>();
        private final AtomicReference<Epoch> epoch = new AtomicReference<>(Epoch.NONE);

        @Override
        public boolean publish(ActiveSegment segment, long acknowledged, Deadline deadline) {
            if (Optional.ofNullable(active.get(segment.writer()))
                    .filter(stored -> stored.version() >= segment.version())
                    .isEmpty()) {
                // the kit's eight writers take versions in turn: who has the lower one comes later
                LockSupport.parkNanos((8 - segment.version() % 8) * 5_000_000);
                active.put(segment.writer(), segment);
            }
            return true;
        }

        @Override
        public void seal(Segment full, Deadline deadline) {
            right.seal(full, deadline);
        }

        @Override
        public LogSnapshot read(Deadline deadline) {
            return new LogSnapshot(epoch.get(), List.copyOf(active.values()), Optional.empty());
        }

        @Override
        public List<Segment> sealed(String writer, long from, long to, Deadline deadline) {
            return right.sealed(writer, from, to, deadline);
        }

        @Override
        public boolean replaceEpoch(Epoch expected, Epoch next, Deadline deadline) {
            boolean replaced = epoch.get().equals(expected);
            if (replaced) {
                LockSupport.parkNanos(50_000_000);
                epoch.set(next);
            }
            return replaced;
        }

        @Override
        public void forgetSealed(String writer, long from, long below, Deadline deadline) {
            right.forgetSealed(writer, from, below, deadline);
        }

        @Override
        public void forgetWriter(ActiveSegment last, Deadline deadline) {
            active.remove(last.writer());
        }
    };

    @Override
    public InvalidationLog log() {
        return log;
    }
}
