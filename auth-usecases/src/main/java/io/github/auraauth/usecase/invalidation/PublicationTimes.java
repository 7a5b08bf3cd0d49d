package io.github.auraauth.usecase.invalidation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Since when others can know of the entries of one writer, up to ten seconds later than it was. For use by one thread at
 * a time.
 */
final class PublicationTimes {
    private static final Duration GRAIN = Duration.ofSeconds(10);

    private final Deque<Mark> marks = new ArrayDeque<>();

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

    /** Entries below that number are not asked for any more. */
    void forget(long below) {
        while (!marks.isEmpty() && marks.peek().number < below) {
            marks.remove();
        }
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
