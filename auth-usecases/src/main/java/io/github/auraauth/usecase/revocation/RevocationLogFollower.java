package io.github.auraauth.usecase.revocation;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Follows the log of revocations, or, while that cannot be read, its mirror. {@link #poll} is to be called every two
 * seconds. Safe for use by many threads; no revocation that is known is ever forgotten, also where the log was set back by a
 * restore of the database, and reading what is known takes no lock.
 */
public final class RevocationLogFollower {
    private static final int BATCH = 1_000;

    private final RevocationLog log;
    private final RevocationMirror mirror;
    private final Duration maxStaleness;
    private final InstantSource clock;
    private volatile Revocations known = Revocations.NONE;

    /** The last entry that was read from the log itself; where it is not there any more, the log was set back. */
    private volatile Optional<RevocationEntry> newest = Optional.empty();

    private volatile Optional<Instant> readAt = Optional.empty();

    /**
     * @param maxStaleness how long what was read may be relied on
     * @param clock one that is never set back
     */
    public RevocationLogFollower(
            RevocationLog log, RevocationMirror mirror, Duration maxStaleness, InstantSource clock) {
        this.log = requireNonNull(log, "log");
        this.mirror = requireNonNull(mirror, "mirror");
        this.maxStaleness = requireNonNull(maxStaleness, "maxStaleness");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What is known to be revoked; reliable only while {@link #isCurrent}. */
    public Revocations known() {
        return known;
    }

    /** Whether the log or its mirror was read within the time that may pass in between. */
    public boolean isCurrent() {
        return readAt.filter(then -> !clock.instant().isAfter(then.plus(maxStaleness)))
                .isPresent();
    }

    /**
     * Reads on in the log, or else the mirror.
     *
     * @throws Outage when neither can be read; what is known just grows older
     */
    public void poll(Deadline deadline) {
        Instant began = clock.instant();
        try {
            follow(deadline.share(2));
        } catch (Outage outage) {
            unite(mirrored(deadline).orElseThrow(() -> outage));
        }
        readAt = Optional.of(began);
    }

    /**
     * Writes what is known here to the mirror, where that is behind or absent, or of before the log was set back. Not while it
     * is out of date: a copy of it must not be read back later as if the log had been read.
     *
     * @throws Outage when the mirror cannot be reached
     */
    public void mirror(Deadline deadline) {
        // in this order: before the first reading, what is known is not yet all there is
        if (!isCurrent()) {
            return;
        }
        Revocations mine = known;
        Optional<Long> held = mirror.version(deadline.share(2));
        if (held.filter(version -> version >= mine.version()).isEmpty()) {
            mirror.offer(mine, deadline);
        } else if (held.get() > mine.version()) {
            replaceIfBeyondLog(held.get(), deadline);
        }
    }

    /** A copy is never ahead of its log: either others have read more of the log by now, or it was set back. */
    private void replaceIfBeyondLog(long version, Deadline deadline) {
        follow(deadline.share(2));
        if (version > known.version()) {
            mirror.read(deadline).ifPresent(copy -> learn(known.version(), copy.all()));
            mirror.replace(version, known, deadline);
        }
    }

    private void follow(Deadline deadline) {
        boolean atEnd = false;
        while (!atEnd) {
            Optional<RevocationEntry> before = newest;
            long from = before.map(RevocationEntry::seq).orElse(1L);
            atEnd = learn(before, log.after(from - 1, BATCH, deadline));
        }
    }

    /**
     * Learns what was read from {@code before} on, or else from the beginning.
     *
     * @return whether it ended with the log; if not, reading goes on
     */
    private synchronized boolean learn(Optional<RevocationEntry> before, List<RevocationEntry> entries) {
        if (!newest.equals(before)) {
            // another thread was faster
            return false;
        }
        if (before.isPresent() && !entries.stream().findFirst().equals(before)) {
            // set back: its numbers are given anew, so all of it is read again
            newest = Optional.empty();
            return false;
        }
        if (!entries.isEmpty()) {
            newest = Optional.of(entries.get(entries.size() - 1));
        }
        boolean atEnd = entries.size() < BATCH;
        long read = newest.map(RevocationEntry::seq).orElse(0L);
        learn(
                atEnd ? read : Math.max(read, known.version()),
                entries.stream()
                        .skip(before.isPresent() ? 1 : 0)
                        .map(RevocationEntry::revocation)
                        .toList());
        return atEnd;
    }

    private synchronized void learn(long version, List<Revocation> more) {
        if (version != known.version() || !more.isEmpty()) {
            known = known.with(version, more);
        }
    }

    private synchronized void unite(Revocations copy) {
        learn(Math.max(copy.version(), known.version()), copy.all());
    }

    /** A mirror of a version below the known one lacks revocations and counts as absent. */
    private Optional<Revocations> mirrored(Deadline deadline) {
        try {
            return mirror.read(deadline).filter(copy -> copy.version() >= known.version());
        } catch (Outage alsoAway) {
            return Optional.empty();
        }
    }
}
