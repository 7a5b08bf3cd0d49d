package io.github.auraauth.adapter.mongo.backup;

/**
 * Counts of what a restore did with the documents of one collection.
 *
 * @param added that were not there
 * @param replaced in the place of something older, or that took something away there
 * @param kept left out, because what is there is the same or newer
 * @param removed left out, because it was erased, revoked or removed since
 * @param conflicting left out, because something newer holds a name or identifier of theirs
 */
public record RestoreCounts(long added, long replaced, long kept, long removed, long conflicting) {
    static final RestoreCounts NONE = new RestoreCounts(0, 0, 0, 0, 0);

    RestoreCounts plus(RestoreCounts other) {
        return new RestoreCounts(
                added + other.added,
                replaced + other.replaced,
                kept + other.kept,
                removed + other.removed,
                conflicting + other.conflicting);
    }
}
