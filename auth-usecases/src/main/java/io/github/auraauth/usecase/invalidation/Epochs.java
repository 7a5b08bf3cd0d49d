package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.Epoch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The epoch of the database as this instance knows it, and whether values of the shared cache are believed in it: those of
 * before a restore would be of the same epoch. So an instance believes them only where another one lives that did all along,
 * or where it has begun the epoch itself.
 */
final class Epochs {
    /** The time in which every instance that lives has been seen to. */
    private static final Duration ALONE_AFTER = Duration.ofSeconds(4);

    /** After that time every instance that uses a cache knows the epoch. */
    private static final Duration KNOWN_AFTER = Duration.ofMinutes(1);

    private final Set<Epoch> earlier = new HashSet<>(Set.of(Epoch.NONE));
    private volatile Epoch present = Epoch.NONE;
    private volatile boolean believed;
    private Instant since = Instant.MIN;
    private Instant firstSeen = Instant.MAX;
    private Instant lastSeen = Instant.MIN;
    private boolean renewalDue;

    Epoch present() {
        return present;
    }

    /** Whether values of the shared cache are believed that were read in the present epoch. */
    boolean isBelieved() {
        return believed;
    }

    /** The database is in that epoch, as read by a poll that began then. */
    synchronized void observe(Epoch epoch, Instant now) {
        boolean first = firstSeen.equals(Instant.MAX);
        if (first) {
            firstSeen = now;
        }
        if (!epoch.equals(present)) {
            // who begins an epoch lives; the one met first may be of any time, one that ended came back with a backup
            renewalDue = !earlier.add(epoch);
            believed = !first && !renewalDue;
            present = epoch;
            // what the last poll brought may have been published after the epoch had begun
            since = lastSeen;
        }
        lastSeen = now;
    }

    /** Another instance lives that believes values of the present epoch. */
    synchronized void shareWithOthers() {
        believed |= !renewalDue;
    }

    /** The present epoch must end: until then no value of the shared cache is believed. */
    synchronized void requireAnother() {
        renewalDue = true;
        believed = false;
    }

    /** Whether the present epoch must end and has not. */
    synchronized boolean mustEnd() {
        return renewalDue;
    }

    /** Whether this instance is to begin another epoch. */
    synchronized boolean isAnotherDue(boolean shared, Instant now) {
        boolean alone = shared && !believed && now.isAfter(firstSeen.plus(ALONE_AFTER));
        return renewalDue || alone;
    }

    /**
     * Of what others could know before that time, nothing that is finished matters any more: who read in the present epoch
     * knew it.
     */
    synchronized Instant irrelevantBefore(Instant now) {
        return since.isBefore(now.minus(KNOWN_AFTER)) ? since : Instant.MIN;
    }
}
