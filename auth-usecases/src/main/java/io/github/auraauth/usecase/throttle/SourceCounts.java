package io.github.auraauth.usecase.throttle;

import io.github.auraauth.domain.crypto.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How often each of many names was counted within the minute that began with its first count. It takes the same memory
 * from the beginning to the end, {@link #BYTES}, and every call looks at the few places that a name may have, whatever
 * else is counted: a table of sets, as processors' caches are. Where all places of a name are taken, the name with the
 * least to forget makes room: one whose minute is over, else the one with the lowest count, of those the oldest. Safe
 * for use by many threads.
 */
final class SourceCounts {
    /** Of the three arrays; a name, the beginning of its minute and its count. */
    static final int BYTES = SourceCounts.NAMES * (Long.BYTES + Long.BYTES + Integer.BYTES);

    static final int NAMES = 1 << 17;

    private static final int PLACES = 8;
    private static final int SETS = NAMES / PLACES;
    private static final int LOCKS = 256;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long[] digests = new long[NAMES];
    private final long[] began = new long[NAMES];
    private final int[] counts = new int[NAMES];
    private final Object[] locks = new Object[LOCKS];

    SourceCounts() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** The count of the name at that time, in nanoseconds of any one clock. */
    int of(String name, long now) {
        long digest = digest(name);
        synchronized (lock(digest)) {
            int place = find(digest);
            return place >= 0 && isCurrent(place, now) ? counts[place] : 0;
        }
    }

    /** Counts the name once more, and gives the count. */
    int add(String name, long now) {
        long digest = digest(name);
        synchronized (lock(digest)) {
            int found = find(digest);
            int place = found >= 0 ? found : leastWorth(digest, now);
            if (found < 0 || !isCurrent(place, now)) {
                digests[place] = digest;
                began[place] = now;
                counts[place] = 0;
            }
            counts[place] = Math.min(counts[place], Integer.MAX_VALUE - 1) + 1;
            return counts[place];
        }
    }

    private int find(long digest) {
        int first = firstPlace(digest);
        for (int place = first; place < first + PLACES; place++) {
            if (digests[place] == digest && counts[place] > 0) {
                return place;
            }
        }
        return -1;
    }

    private int leastWorth(long digest, long now) {
        int first = firstPlace(digest);
        int least = first;
        for (int place = first + 1; place < first + PLACES; place++) {
            int worth = worth(place, now);
            int lowest = worth(least, now);
            if (worth < lowest || worth == lowest && began[place] - began[least] < 0) {
                least = place;
            }
        }
        return least;
    }

    private int worth(int place, long now) {
        return isCurrent(place, now) ? counts[place] : 0;
    }

    /** A clock that was set back ends the minute too, where it was set back by as much. */
    private boolean isCurrent(int place, long now) {
        return Math.abs(now - began[place]) < MINUTE;
    }

    private static int firstPlace(long digest) {
        return Math.floorMod(digest, SETS) * PLACES;
    }

    private Object lock(long digest) {
        return locks[Math.floorMod(Math.floorMod(digest, SETS), LOCKS)];
    }

    /** Of 64 bits: nobody has so many addresses that one of them would meet another's digest. */
    private static long digest(String name) {
        return ByteBuffer.wrap(Sha256.of(name.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
