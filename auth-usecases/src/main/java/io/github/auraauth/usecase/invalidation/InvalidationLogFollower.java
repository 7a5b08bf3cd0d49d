package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows the invalidation log and writes to it. {@link #poll} is to be called every half second, {@link #publish} every
 * quarter, {@link #sweep} now and then, each by one thread at a time. While nothing has been published, or no
 * poll has succeeded for a second, no cache is used.
 */
public final class InvalidationLogFollower {
    private static final Duration LONGEST_WITHOUT_POLL = Duration.ofSeconds(1);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);
    private static final Duration RARE_SIGN_OF_LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_UNTIL_WRITTEN = Duration.ofSeconds(5);
    private static final Duration FOREVER = Duration.ofDays(100_000);

    /** With more, another epoch is begun, after which none of them matters. */
    private static final long MOST_ENTRIES = 250_000;

    private final InvalidationLog log;
    private final InvalidationSettings settings;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Supplier<String> ids;
    private final InvalidationView view = new InvalidationView();
    private final Epochs epochs = new Epochs();
    private final OwnSegments own;
    private final InvalidationWriter writer;
    private final OtherWriters others;
    private volatile List<ActiveSegment> abandoned = List.of();
    private volatile Instant lastGoodPoll = Instant.MIN;
    private volatile boolean clockAgrees = true;

    /**
     * @param clock the machine's, compared with the database's
     * @param steady one that is never set back
     * @param ids gives random ids, never the same one again
     */
    public InvalidationLogFollower(
            InvalidationLog log,
            InvalidationSettings settings,
            InstantSource clock,
            InstantSource steady,
            Supplier<String> ids) {
        this.log = Objects.requireNonNull(log, "log");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.steady = Objects.requireNonNull(steady, "steady");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.own = new OwnSegments(view, ids);
        this.writer = new InvalidationWriter(log, own, steady);
        this.others = new OtherWriters(log, view);
    }

    /**
     * Reads what is new.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be read; what is known just grows older
     */
    public void poll(Deadline deadline) {
        Instant began = steady.instant();
        long acknowledged = own.acknowledgedVersion();
        LogSnapshot snapshot = log.read(deadline);
        clockAgrees = snapshot.databaseTime()
                .map(time -> Duration.between(time, clock.instant()).abs())
                .filter(difference -> difference.compareTo(CacheTimes.CLOCK_MARGIN) > 0)
                .isEmpty();
        epochs.observe(snapshot.epoch(), began);
        if (!epochs.mustEnd()) {
            writer.forgetFormer(deadline);
        }
        Optional<ActiveSegment> stored = snapshot.writers().stream()
                .filter(each -> each.writer().equals(own.id()))
                .findFirst();
        if (stored.map(ActiveSegment::version).orElse(0L) < acknowledged) {
            epochs.requireAnother();
            writer.beginAnew(stored);
        }
        others.follow(snapshot, own.id(), began, deadline);
        others.forgetBefore(irrelevant(began));
        abandoned = others.silentSince(settings.outdated(began));
        if (others.liveIn(epochs.present())) {
            epochs.shareWithOthers();
        }
        Epoch next = new Epoch(ids.get());
        if (epochs.isAnotherDue(settings.isCacheShared(), began)
                && log.replaceEpoch(snapshot.epoch(), next, deadline)) {
            epochs.observe(next, began);
        }
        own.believeIn(epochs.isBelieved() ? epochs.present() : Epoch.NONE);
        // who has nothing in the log could not know of a restore
        if (!epochs.mustEnd() && acknowledged > 0 && own.acknowledgedVersion() > 0) {
            lastGoodPoll = began;
        }
    }

    /**
     * Tells others which changes are finished, and that this instance lives.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be written
     */
    public void publish(Deadline deadline) {
        writer.publishIfDue(settings.isCacheShared() ? SIGN_OF_LIFE : RARE_SIGN_OF_LIFE, deadline);
    }

    /** Tells others which changes are finished; to be called at the end of the process. Exceptions as of {@link #publish}. */
    public void finish(Deadline deadline) {
        writer.publishIfDue(FOREVER, deadline);
    }

    /** Forgets in the log what no cached value can be older than. Exceptions as of {@link #publish}. */
    public void sweep(Deadline deadline) {
        Instant now = steady.instant();
        writer.forgetBefore(settings.outdated(now), irrelevant(now), deadline);
        writer.forgetOthers(abandoned, deadline);
        if (view.size() > MOST_ENTRIES && epochs.irrelevantBefore(now).isAfter(Instant.MIN)) {
            epochs.requireAnother();
        }
    }

    /**
     * Changes a user's row once others can know of it. When the change ends in an outage, it stays pending: the row may
     * yet change, so no cache is used for it until no cached value can be from before; but not where the change was not
     * even asked for.
     */
    <T> T around(HashedAuraId auraId, Deadline deadline, Supplier<T> change) {
        PendingChange pending = appended(auraId.fingerprint(), deadline);
        T outcome;
        try {
            outcome = change.get();
        } catch (Outage.CircuitOpen notMade) {
            own.finish(pending);
            throw notMade;
        }
        own.finish(pending);
        return outcome;
    }

    /** Whether the log is known well enough, and no change of that user is under way. */
    boolean allowsCacheFor(HashedAuraId auraId) {
        return isFresh() && !view.isPending(auraId.fingerprint());
    }

    /** Whether a cached value of that user was read after every change. */
    boolean accepts(HashedAuraId auraId, Provenance provenance) {
        return isFresh()
                && provenance.epoch().equals(epochs.present())
                && view.accepts(auraId.fingerprint(), provenance.finished());
    }

    /** Whether values of the shared cache may be believed at all. */
    public boolean allowsSharedCache() {
        return epochs.isBelieved() && clockAgrees;
    }

    /** What is known now, for a value that is about to be read; empty where it must not be cached. */
    Optional<Provenance> provenance(HashedAuraId auraId) {
        Epoch epoch = epochs.present();
        return isFresh()
                ? view.finished(auraId.fingerprint()).map(finished -> new Provenance(finished, epoch, clock.instant()))
                : Optional.empty();
    }

    /** A process that stood still between entry and change may be taken for gone: it enters the change again. */
    private PendingChange appended(long fingerprint, Deadline deadline) {
        while (true) {
            Instant began = steady.instant();
            PendingChange pending = writer.append(fingerprint, deadline);
            if (!steady.instant().isAfter(began.plus(LONGEST_UNTIL_WRITTEN))) {
                return pending;
            }
            own.finish(pending);
        }
    }

    private boolean isFresh() {
        return lastGoodPoll.plus(LONGEST_WITHOUT_POLL).isAfter(steady.instant());
    }

    private Instant irrelevant(Instant now) {
        return Collections.max(List.of(settings.outdated(now), epochs.irrelevantBefore(now)));
    }
}
