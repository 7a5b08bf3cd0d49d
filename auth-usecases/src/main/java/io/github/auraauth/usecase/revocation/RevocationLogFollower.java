package io.github.auraauth.usecase.revocation;

import static java.util.Objects.requireNonNull;

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
 * seconds. Safe for use by many threads; what is known never goes back, and reading it takes no lock.
 */
public final class RevocationLogFollower {
    private static final int BATCH = 1_000;

    private final RevocationLog log;
    private final RevocationMirror mirror;
    private final Duration maxStaleness;
    private final InstantSource clock;
    private volatile Revocations known = Revocations.NONE;
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
            learn(mirrored(deadline).orElseThrow(() -> outage));
        }
        readAt = Optional.of(began);
    }

    /**
     * Writes what is known here to the mirror, where that is behind or absent. Not while it is out of date: a copy of it must
     * not be read back later as if the log had been read.
     *
     * @throws Outage when the mirror cannot be reached
     */
    public void mirror(Deadline deadline) {
        // in this order: before the first reading, what is known is not yet all there is
        if (!isCurrent()) {
            return;
        }
        Revocations mine = known;
        boolean behind = mirror.version(deadline.share(2))
                .filter(version -> version >= mine.version())
                .isEmpty();
        if (behind) {
            mirror.offer(mine, deadline);
        }
    }

    private void follow(Deadline deadline) {
        List<RevocationEntry> entries;
        do {
            entries = log.after(known.version(), BATCH, deadline);
            learn(known.with(entries));
        } while (entries.size() == BATCH);
    }

    private synchronized void learn(Revocations read) {
        if (read.version() > known.version()) {
            known = read;
        }
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
