package io.github.auraauth.usecase.invalidation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;

/**
 * Since when others can know of the entries of one writer, up to ten seconds later than it was. For use by one thread at
 * a time.
 */
final class PublicationTimes {
    private static final Duration GRAIN = Duration.ofSeconds(10);

    private final Deque<Mark> marks = new ArrayDeque<>();
    private long firstKept = 1;

    /** All entries up to that number can be known from now on. */
    void note(long number, Instant now) {
        Mark last = marks.peekLast();
        if (last != null && last.number >= number) {
            return;
        }
        boolean joins = last != null && now.isBefore(last.first.plus(GRAIN));
        if (joins) {
            marks.removeLast();
        }
        marks.add(new Mark(number, joins ? last.first : now, now));
    }

    /** The number of the last entry that could be known before that time; 0 where there is none, or it is forgotten. */
    long lastBefore(Instant time) {
        long number = 0;
        for (Mark mark : marks) {
            if (!mark.last.isBefore(time)) {
                break;
            }
            number = mark.number;
        }
        return number;
    }

    /**
     * Forgets what could be known before that time, up to the first that is pending.
     *
     * @param pending by number
     * @return whether there was something to be forgotten
     */
    boolean forgetBefore(Instant time, SortedMap<Long, ?> pending) {
        long below = lastBefore(time) + 1;
        if (!pending.isEmpty()) {
            below = Math.min(below, pending.firstKey());
        }
        if (below <= firstKept) {
            return false;
        }
        firstKept = below;
        while (!marks.isEmpty() && marks.peek().number < below) {
            marks.remove();
        }
        return true;
    }

    /** The number of the first entry that is not forgotten, whether it is there yet or not. */
    long firstKept() {
        return firstKept;
    }

    /**
     * Entries that were published within some seconds.
     *
     * @param number of the last of them
     * @param first when the first was published
     * @param last when the last was
     */
    private record Mark(long number, Instant first, Instant last) {}
}
