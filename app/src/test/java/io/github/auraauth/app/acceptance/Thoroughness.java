package io.github.auraauth.app.acceptance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is tried where more of the same finds less and less. {@code -Daura.thorough=true}, which the deep tests give,
 * tries all of it; without, a part of each kind is tried.
 */
final class Thoroughness {
    static final boolean ALL = Boolean.getBoolean("aura.thorough");

    private Thoroughness() {}

    static int rounds(int usually, int thoroughly) {
        return ALL ? thoroughly : usually;
    }

    /** All of them, or usually each of that many. */
    static <T> List<T> each(int usually, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> ALL || i % usually == 0)
                .mapToObj(all::get)
                .toList();
    }
}
