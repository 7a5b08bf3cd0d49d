package io.github.auraauth.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedPositionsTest {
    /** Whatever is put and removed in whatever order, it holds what a map holds; also where many hashes are the same. */
    @ParameterizedTest
    @ValueSource(ints = {7, 5_000, Integer.MAX_VALUE})
    void putAndRemove_atRandom_holdWhatAMapHolds(int hashes) {
        Random random = new Random(20261201);
        HashedPositions positions = new HashedPositions();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 60_000; i++) {
            int position = random.nextInt(20_000);
            if (expected.remove(position) == null && random.nextInt(4) > 0) {
                int hash = random.nextInt(hashes);
                expected.put(position, hash);
                positions.put(position, hash);
            } else {
                positions.remove(position);
            }
        }
        Map<Integer, List<Integer>> byHash = new TreeMap<>();
        expected.forEach((position, hash) ->
                byHash.computeIfAbsent(hash, any -> new ArrayList<>()).add(position));

        assertThat(positions.size()).isEqualTo(expected.size());
        byHash.forEach((hash, all) -> assertThat(found(positions, hash)).containsExactlyInAnyOrderElementsOf(all));
        assertThat(found(positions, -1)).isEmpty();
    }

    private static List<Integer> found(HashedPositions positions, int hash) {
        List<Integer> found = new ArrayList<>();
        positions.forEach(hash, found::add);
        return found;
    }
}
