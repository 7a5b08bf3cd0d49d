package io.github.auraauth.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyHasherTest {
    private static final int IDS = 100_000;
    private static final int A_SECOND = 4_000;

    private final KeyHasher hasher = new KeyHasher(new SecureRandom());

    @Test
    void hash_ofIdsThatADriverMakesOneAfterTheOther_isTheSameForHardlyAny() {
        long hashes = IntStream.range(0, IDS)
                .map(i -> hasher.hash(List.of(id(i)), 1))
                .distinct()
                .count();
        assertThat(hashes).isGreaterThan(IDS - 10);
    }

    @Test
    void hash_ofTextsOfWhichJavaSaysTheSame_isTheSameForHardlyAny() {
        List<String> texts = IntStream.range(0, 1 << 13)
                .mapToObj(number -> IntStream.range(0, 13)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .toList();
        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);

        assertThat(texts.stream().map(text -> hasher.hash(List.of(text), 1)).distinct())
                .hasSizeGreaterThan(texts.size() - 10);
    }

    @Test
    void hash_ofKeysThatBeginAlike_isTheSameForTheBeginning() {
        assertThat(hasher.hash(List.of("a", "b"), 1)).isEqualTo(hasher.hash(List.of("a", "c"), 1));
        assertThat(hasher.hash(List.of("ab", "c"), 2)).isNotEqualTo(hasher.hash(List.of("a", "bc"), 2));
    }

    /** Seconds, the same five bytes for one process, and three bytes that count. */
    private static ObjectId id(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(12)
                .putInt(1_900_000_000 + number / A_SECOND)
                .put(new byte[] {17, -34, 90, 3, -128});
        return new ObjectId(bytes.put((byte) (number >> 16))
                .put((byte) (number >> 8))
                .put((byte) number)
                .array());
    }
}
