package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

/**
 * A time in the life of the database during which its changes are in the invalidation log. Cached values of another epoch
 * are not believed: the database may have been restored since.
 *
 * @param id random, so that it is never used again; empty before the first one
 */
public record Epoch(String id) {
    /** Before any epoch was begun. */
    public static final Epoch NONE = new Epoch("");

    public Epoch {
        requireNonNull(id, "id");
    }
}
