package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.Keyset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts pages out of lists in the order of their keys. */
public final class KeysetPages {
    private KeysetPages() {}

    /** So many elements at the place, in the order of their keys. */
    public static <T, K> List<T> page(
            Collection<T> all, Function<T, K> key, Comparator<K> order, Keyset<K> place, int most) {
        Comparator<T> byKey = Comparator.comparing(key, order);
        Stream<T> there = all.stream()
                .filter(element -> place.key()
                        .map(from -> order.compare(key.apply(element), from))
                        .map(compared -> place.backwards() ? compared < 0 : compared > 0)
                        .orElse(true));
        if (!place.backwards()) {
            return there.sorted(byKey).limit(most).toList();
        }
        return there.sorted(byKey.reversed()).limit(most).sorted(byKey).toList();
    }
}
