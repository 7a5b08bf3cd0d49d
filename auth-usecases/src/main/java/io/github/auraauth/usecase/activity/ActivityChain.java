package io.github.auraauth.usecase.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The chain of one instance: gives entries their numbers and MACs in memory, and stores in one batch what waits (group
 * commit), by the thread of one of those who wait. A batch that may not be stored is given again before any later one, so that
 * the chain has no gap. Safe for use by many threads.
 */
final class ActivityChain {
    private static final String WHAT = "the audit trail";
    private static final int MOST_IN_BATCH = 1_000;

    private final ActivityLog log;
    private final AuditChains chains;
    private final AuditSealer sealer;
    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();

    /** Those who wait for the batch that is being stored, and those who wait for the next one. */
    private Condition current = lock.newCondition();

    private Condition next = lock.newCondition();

    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private ChainHead given;
    private ChainHead stored;
    private boolean storing;
    private long lastOfBatch;
    private boolean begun;
    private long lost;
    private long lostSoFar;

    /** @param mostWaiting so many entries wait for the store at most */
    ActivityChain(String instance, ActivityLog log, AuditChains chains, AuditSealer sealer, int mostWaiting) {
        this.log = requireNonNull(log, "log");
        this.chains = requireNonNull(chains, "chains");
        this.sealer = requireNonNull(sealer, "sealer");
        this.mostWaiting = mostWaiting;
        this.given = ChainHead.first(instance);
        this.stored = given;
    }

    /**
     * Takes an entry, which is stored at some time from then on, also where nobody waits for it.
     *
     * @param entry makes it for its id
     * @param ofLost the same, where entries were lost since there was no room, of so many
     * @return its number
     * @throws Outage.Unavailable when there is no room for it, so that it is lost
     */
    long add(Function<String, Activity> entry, LongFunction<Function<String, Activity>> ofLost) {
        lock.lock();
        try {
            if (waiting.size() + 1 >= mostWaiting) {
                lost++;
                lostSoFar++;
                throw new Outage.Unavailable(WHAT);
            }
            sealLost(ofLost);
            return seal(entry);
        } finally {
            lock.unlock();
        }
    }

    private void sealLost(LongFunction<Function<String, Activity>> ofLost) {
        if (lost > 0 && waiting.size() < mostWaiting) {
            seal(ofLost.apply(lost));
            lost = 0;
        }
    }

    private long seal(Function<String, Activity> entry) {
        EntryId place = new EntryId(given.instance(), given.number() + 1);
        AuditEntry sealed = sealer.seal(AuditEntry.of(entry.apply(place.text())), given.mac());
        waiting.add(sealed);
        given = new ChainHead(place.instance(), place.number(), sealed.mac());
        return place.number();
    }

    /** The number of the last entry taken. */
    long lastGiven() {
        lock.lock();
        try {
            return given.number();
        } finally {
            lock.unlock();
        }
    }

    /** The same, once an entry is taken of those that were lost, where there are such and there is room for it. */
    long lastGiven(LongFunction<Function<String, Activity>> ofLost) {
        lock.lock();
        try {
            sealLost(ofLost);
            return given.number();
        } finally {
            lock.unlock();
        }
    }

    /** How many entries were lost so far since there was no room. */
    long lost() {
        lock.lock();
        try {
            return lostSoFar;
        } finally {
            lock.unlock();
        }
    }

    /** The last entry that is stored. */
    ChainHead stored() {
        lock.lock();
        try {
            return stored;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all up to and with that number are stored.
     *
     * @throws Outage when they are not by the deadline; they are stored later
     */
    void store(long number, Deadline deadline) {
        lock.lock();
        try {
            while (stored.number() < number) {
                if (!storing) {
                    storeBatch(deadline);
                } else if (!(number <= lastOfBatch ? current : next)
                        .await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new Outage.TimedOut(WHAT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.TimedOut(WHAT, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The lock is free while the store is asked: others add what the next batch takes. At the end one of those wakes, to store
     * it, and all of this batch.
     */
    private void storeBatch(Deadline deadline) {
        List<AuditEntry> batch = waiting.stream().limit(MOST_IN_BATCH).toList();
        storing = true;
        lastOfBatch = stored.number() + batch.size();
        Condition ofBatch = next;
        next = current;
        current = ofBatch;
        boolean done = false;
        lock.unlock();
        try {
            if (!begun) {
                chains.save(sealer.anchor(ChainHead.first(given.instance()), 0), deadline);
                begun = true;
            }
            log.append(batch, deadline);
            done = true;
        } finally {
            lock.lock();
            storing = false;
            if (done) {
                batch.forEach(entry -> waiting.remove());
                stored = new ChainHead(
                        stored.instance(),
                        stored.number() + batch.size(),
                        batch.get(batch.size() - 1).mac());
            }
            current.signalAll();
            next.signal();
        }
    }
}
