package io.github.auraauth.port.out.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;

/**
 * The cache invalidation log: by it every instance learns which cached users are out of date, removed or renewed. Each
 * process writes entries of its own, in segments, so that no writer waits for another. A reader sees every call that was
 * acknowledged before its own began. Safe for use by many threads and processes; {@link Outage} and null arguments as in
 * {@link UserStore}.
 */
public interface InvalidationLog {

    /**
     * Stores a writer's active segment, unless a newer version is stored; durable when it returns. Nothing is stored, and
     * false returned, where the log has been set back: it holds an older version than that, or none.
     *
     * @param acknowledged the newest version that the writer knows to be stored; 0 for none
     */
    boolean publish(ActiveSegment active, long acknowledged, Deadline deadline);

    /** Stores a full segment, before a later one is published; durable when it returns, and done once if repeated. */
    void seal(Segment full, Deadline deadline);

    /** The active segments of all writers, and the epoch. */
    LogSnapshot read(Deadline deadline);

    /**
     * Full segments of a writer by rising index, those that are still kept.
     *
     * @param from index of the first one
     * @param to index behind the last one; at most {@value #MOST_SEGMENTS} beyond {@code from}
     */
    List<Segment> sealed(String writer, long from, long to, Deadline deadline);

    /** Begins another epoch if the present one is as expected; whether it was. */
    boolean replaceEpoch(Epoch expected, Epoch next, Deadline deadline);

    /** Forgets full segments of a writer: those from one index to below another. */
    void forgetSealed(String writer, long from, long below, Deadline deadline);

    /**
     * Forgets a writer with all its segments, unless it has published again; of one whose active segment is gone, the full ones
     * that are left. After an {@link Outage} some may be, until it is called again.
     */
    void forgetWriter(ActiveSegment last, Deadline deadline);

    /** How many segments one call gives at most. */
    int MOST_SEGMENTS = 256;
}
