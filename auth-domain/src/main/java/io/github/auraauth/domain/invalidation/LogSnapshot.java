package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reading of the invalidation log: the newest of every writer.
 *
 * @param writers one for each, in any order
 * @param databaseTime the time by the database's clock, where it tells it
 */
public record LogSnapshot(Epoch epoch, List<ActiveSegment> writers, Optional<Instant> databaseTime) {
    public LogSnapshot {
        requireNonNull(epoch, "epoch");
        requireNonNull(databaseTime, "databaseTime");
        writers = List.copyOf(writers);
    }
}
