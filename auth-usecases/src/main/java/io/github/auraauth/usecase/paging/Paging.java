package io.github.auraauth.usecase.paging;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * Pages of a list in the order of its keys. A cursor names the element that a page adjoins, so that pages neither repeat nor
 * pass over what stays, whatever comes and goes between.
 *
 * @param <K> key of an element
 * @param <T> element
 * @param format a key as text
 * @param parse the key of a text, or empty when it is none
 */
public record Paging<K, T>(Function<T, K> key, Function<K, String> format, Function<String, Optional<K>> parse) {
    private static final char FORWARDS = '+';
    private static final char BACKWARDS = '-';

    /**
     * The page that is asked for.
     *
     * @param read so many elements from a place on
     * @param count counts all, no further than it is told
     */
    public Outcome<Page<T>> page(
            PageRequest request, BiFunction<Keyset<K>, Integer, List<T>> read, IntUnaryOperator count) {
        Optional<Keyset<K>> place = request.cursor().isEmpty()
                ? Optional.of(Keyset.first())
                : request.cursor().flatMap(this::place);
        if (place.isEmpty()) {
            return Outcome.refused(Refusal.of(Refusal.Reason.UNKNOWN, "cursor"));
        }
        List<T> found = read.apply(place.get(), request.size() + 1);
        Optional<Integer> counted =
                request.count() ? Optional.of(count.applyAsInt(PageRequest.MOST_COUNTED)) : Optional.empty();
        return Outcome.done(page(place.get(), found, request.size(), counted));
    }

    private Page<T> page(Keyset<K> place, List<T> found, int size, Optional<Integer> count) {
        boolean more = found.size() > size;
        int extra = more ? 1 : 0;
        List<T> results =
                place.backwards() ? found.subList(extra, found.size()) : found.subList(0, found.size() - extra);
        Optional<K> first = results.isEmpty() ? Optional.empty() : Optional.of(key.apply(results.get(0)));
        Optional<K> last =
                results.isEmpty() ? Optional.empty() : Optional.of(key.apply(results.get(results.size() - 1)));
        boolean behind = place.backwards() || more;
        boolean before = place.backwards() ? more : place.key().isPresent();
        return new Page<>(
                results,
                last.filter(key -> behind).map(key -> cursor(FORWARDS, key)),
                first.filter(key -> before).map(key -> cursor(BACKWARDS, key)),
                count);
    }

    private String cursor(char direction, K key) {
        byte[] text = (direction + format.apply(key)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private Optional<Keyset<K>> place(String cursor) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (text.isEmpty() || text.charAt(0) != FORWARDS && text.charAt(0) != BACKWARDS) {
            return Optional.empty();
        }
        boolean backwards = text.charAt(0) == BACKWARDS;
        return parse.apply(text.substring(1)).map(key -> new Keyset<>(Optional.of(key), backwards));
    }
}
