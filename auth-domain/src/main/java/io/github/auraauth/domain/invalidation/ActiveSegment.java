package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * The published state of a writer of the invalidation log: its newest segment, and which of all its changes are not finished.
 *
 * @param oldest index of the oldest segment that is still kept; that of {@code segment} where there is no other
 * @param version rises with each publication
 * @param pending numbers of the entries whose changes are not known to be finished, in any kept segment
 * @param epoch the one in which the writer believes values of the shared cache; {@link Epoch#NONE} while it does not
 */
public record ActiveSegment(Segment segment, long oldest, long version, Set<Long> pending, Epoch epoch) {
    public ActiveSegment {
        requireNonNull(segment, "segment");
        requireNonNull(epoch, "epoch");
        pending = Set.copyOf(pending);
        if (oldest < 0 || oldest > segment.index()) {
            throw new IllegalArgumentException("oldest must be an index up to that of the segment");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
        if (pending.stream().anyMatch(number -> number <= oldest * Segment.SIZE || number > segment.last())) {
            throw new IllegalArgumentException("pending must be numbers of kept entries");
        }
    }

    /** The writer's id. */
    public String writer() {
        return segment.writer();
    }
}
