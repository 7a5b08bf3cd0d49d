package io.github.auraauth.port.out.behaviour;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The last good text of the behaviour manager's file, for all instances. Safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface BehaviourCache {
    /** What was put last under a name, until its time is over. */
    Optional<CachedText> find(FileName name, Deadline deadline);

    /**
     * Keeps a text in the place of one of that name. Of two at once either may last.
     *
     * @param timeToLive positive
     */
    void put(FileName name, CachedText text, Duration timeToLive, Deadline deadline);

    /**
     * A text.
     *
     * @param readAt when it was read from the storage; kept to the millisecond
     */
    record CachedText(String text, Instant readAt) {
        public CachedText {
            requireNonNull(text, "text");
            requireNonNull(readAt, "readAt");
        }
    }
}
