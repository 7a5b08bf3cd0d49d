package io.github.auraauth.port;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in an ordered list, named by the key of an element, whether that is still there or not.
 *
 * @param key absent for the beginning of the list
 * @param backwards whether what stands directly before the key is wanted, still in the order of the list; else what stands
 *     behind it
 */
public record Keyset<K>(Optional<K> key, boolean backwards) {
    public Keyset {
        requireNonNull(key, "key");
        if (backwards && key.isEmpty()) {
            throw new IllegalArgumentException("nothing stands before the beginning");
        }
    }

    /** From the beginning on. */
    public static <K> Keyset<K> first() {
        return new Keyset<>(Optional.empty(), false);
    }

    /** What stands behind the key. */
    public static <K> Keyset<K> after(K key) {
        return new Keyset<>(Optional.of(key), false);
    }

    /**
     * A whole list, read page by page.
     *
     * @param size of a page, as which {@code read} gives fewer elements at the end only
     */
    public static <T, K> List<T> all(int size, Function<Keyset<K>, List<T>> read, Function<? super T, K> key) {
        List<T> all = new ArrayList<>();
        Keyset<K> place = first();
        List<T> page;
        do {
            page = read.apply(place);
            all.addAll(page);
            place = page.isEmpty() ? place : after(key.apply(page.get(page.size() - 1)));
        } while (page.size() == size);
        return all;
    }

    /** The same place by keys of another kind. */
    public <R> Keyset<R> map(Function<K, R> change) {
        return new Keyset<>(key.map(change), backwards);
    }

    /** What stands directly before the key. */
    public static <K> Keyset<K> before(K key) {
        return new Keyset<>(Optional.of(key), true);
    }
}
