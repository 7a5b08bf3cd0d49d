package io.github.auraauth.usecase.revocation;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.Outage;
import io.github.auraauth.port.out.RevocationLog;
import io.github.auraauth.port.out.RevocationMirror;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Follows the log of revocations, or, while that cannot be read, its mirror. {@link #poll} is to be called every two
 * seconds. Reading takes no lock.
 */
public final class RevocationWatch {
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
    public RevocationWatch(RevocationLog log, RevocationMirror mirror, Duration maxStaleness, InstantSource clock) {
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
     * Reads on in the log, or else the mirror. Not to be called by two threads at once.
     *
     * @throws Outage when neither can be read; what is known just grows older
     */
    public void poll(Deadline deadline) {
        Instant began = clock.instant();
        try {
            follow(deadline.share(2));
        } catch (Outage outage) {
            known = mirrored(deadline).orElseThrow(() -> outage);
        }
        readAt = Optional.of(began);
    }

    /**
     * Brings the mirror to what is known here, where it is behind or absent.
     *
     * @throws Outage when the mirror cannot be reached
     */
    public void mirror(Deadline deadline) {
        Revocations mine = known;
        boolean behind = mirror.version(deadline.share(2))
                .filter(version -> version >= mine.version())
                .isEmpty();
        if (readAt.isPresent() && behind) {
            mirror.offer(mine, deadline);
        }
    }

    private void follow(Deadline deadline) {
        List<RevocationEntry> entries;
        do {
            entries = log.after(known.version(), BATCH, deadline);
            known = known.with(entries);
        } while (entries.size() == BATCH);
    }

    /** A mirror of a version below the known one lacks something, and is as good as none. */
    private Optional<Revocations> mirrored(Deadline deadline) {
        try {
            return mirror.read(deadline).filter(copy -> copy.version() >= known.version());
        } catch (Outage alsoAway) {
            return Optional.empty();
        }
    }
}
