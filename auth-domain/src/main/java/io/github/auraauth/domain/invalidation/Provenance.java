package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * The state of the invalidation log when a cached value was read from the database, by which it is decided whether to believe it.
 *
 * @param finished the changes of that user that were known before, all of them finished; mostly none
 * @param epoch of the database
 * @param readAt by the clock of the instance that read
 */
public record Provenance(Set<LogPosition> finished, Epoch epoch, Instant readAt) {
    public Provenance {
        finished = Set.copyOf(finished);
        requireNonNull(epoch, "epoch");
        requireNonNull(readAt, "readAt");
    }
}
