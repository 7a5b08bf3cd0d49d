package io.github.auraauth.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
    private static final int IDS = 100_000;
    private static final int A_SECOND = 4_000;

    @Test
    void hash_ofIdsThatADriverMakesOneAfterTheOther_isTheSameForHardlyAny() {
        long hashes = IntStream.range(0, IDS)
                .map(i -> KeyReader.hash(List.of(id(i)), 1))
                .distinct()
                .count();
        assertThat(hashes).isGreaterThan(IDS - 10);
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
