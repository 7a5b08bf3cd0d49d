package io.github.auraauth.embedded.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Positions by the order of a value: dates and numbers by a tree, all texts as one set, for they are seldom asked for by
 * a range. Positions without a value are not here. Not safe for use by several threads at a time.
 */
final class OrderedPositions {
    private final RankedPositions dates = new RankedPositions();
    private final RankedPositions numbers = new RankedPositions();
    private final BitSet texts = new BitSet();
    private final BitSet others = new BitSet();

    /** What a value is compared as. */
    enum ValueType {
        DATE,
        NUMBER,
        TEXT,
        OTHER;

        static ValueType of(Object value) {
            return value instanceof Instant
                    ? DATE
                    : value instanceof Number ? NUMBER : value instanceof String ? TEXT : OTHER;
        }
    }

    /** Puts a position that is not there. */
    void put(int position, Object value) {
        switch (ValueType.of(value)) {
            case DATE -> dates.put(position, rank(value));
            case NUMBER -> numbers.put(position, rank(value));
            case TEXT -> texts.set(position);
            case OTHER -> others.set(position);
        }
    }

    /** Removes a position, or does nothing when it is not there. */
    void remove(int position) {
        dates.remove(position);
        numbers.remove(position);
        texts.clear(position);
        others.clear(position);
    }

    /** Gives the positions whose value may lie in the range; some may be just outside. */
    void forEach(Range range, IntConsumer consumer) {
        if (range.least > range.greatest) {
            return;
        }
        switch (range.kind) {
            case DATE -> dates.forEach(range, consumer);
            case NUMBER -> numbers.forEach(range, consumer);
            case TEXT -> texts.stream().forEach(consumer);
            case OTHER -> {}
        }
        others.stream().forEach(consumer);
    }

    /** A long that orders as the value does among others of its kind. */
    private static long rank(Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Number number) {
            long bits = Double.doubleToLongBits(number.doubleValue() + 0.0);
            return bits ^ (bits >> 63 & Long.MAX_VALUE);
        }
        return 0;
    }

    private record Entry(long rank, int position) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparingLong(Entry::rank).thenComparingInt(Entry::position);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /** Positions by a rank that each has. */
    private static final class RankedPositions {
        private final NavigableSet<Entry> entries = new TreeSet<>();
        private final BitSet members = new BitSet();
        private long[] ranks = {};

        void put(int position, long rank) {
            if (position >= ranks.length) {
                ranks = Arrays.copyOf(ranks, Math.max(2 * ranks.length, position + 1));
            }
            ranks[position] = rank;
            members.set(position);
            entries.add(new Entry(rank, position));
        }

        void remove(int position) {
            if (members.get(position)) {
                members.clear(position);
                entries.remove(new Entry(ranks[position], position));
            }
        }

        void forEach(Range range, IntConsumer consumer) {
            entries.subSet(new Entry(range.least, 0), true, new Entry(range.greatest, Integer.MAX_VALUE), true)
                    .forEach(entry -> consumer.accept(entry.position));
        }
    }

    /** Values of one kind between two ranks, both included. */
    record Range(ValueType kind, long least, long greatest) {
        static Range all(ValueType kind) {
            return new Range(kind, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        Range from(Object least) {
            return new Range(kind, rank(least), greatest);
        }

        Range to(Object greatest) {
            return new Range(kind, least, rank(greatest));
        }

        /** Both ranges, which are of the same kind. */
        Range and(Range other) {
            return new Range(kind, Math.max(least, other.least), Math.min(greatest, other.greatest));
        }
    }
}
