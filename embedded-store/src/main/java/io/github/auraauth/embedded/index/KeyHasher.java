package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of keys that are the same for hardly any two of them, whoever chooses the keys: an index looks at every document
 * whose key has the hash. The hash of a text in Java is the same for as many as somebody likes, and that of the library
 * for several ids that are made one after the other. This is a polynomial with the key's numbers as coefficients, modulo a
 * prime, at a point that nobody knows (Carter and Wegman).
 */
public final class KeyHasher {
    private static final int BITS = 61;
    private static final long PRIME = (1L << BITS) - 1;

    private final long point;

    /** @param random gives the point */
    public KeyHasher(SecureRandom random) {
        this.point = random.nextLong() & PRIME;
    }

    /** The same for keys that begin with the same normalized values. */
    int hash(List<Object> key, int length) {
        long sum = length;
        for (int i = 0; i < length; i++) {
            sum = with(sum, key.get(i));
        }
        return Long.hashCode(sum);
    }

    private long with(long sum, @Nullable Object value) {
        if (value instanceof String text) {
            long next = step(sum, text.length());
            for (int i = 0; i < text.length(); i++) {
                next = step(next, text.charAt(i));
            }
            return next;
        }
        if (value instanceof ObjectId id) {
            ByteBuffer bytes = ByteBuffer.wrap(id.toByteArray());
            return step(step(step(sum, bytes.getInt()), bytes.getInt()), bytes.getInt());
        }
        return step(sum, Objects.hashCode(value));
    }

    /** Both factors have 61 bits: the high half of their product counts eightfold, since 2 to the 61st is 1. */
    private long step(long sum, int coefficient) {
        long low = sum * point;
        long high = Math.multiplyHigh(sum, point);
        return reduced((low & PRIME) + (high << 3 | low >>> BITS) + Integer.toUnsignedLong(coefficient));
    }

    private static long reduced(long number) {
        long once = (number & PRIME) + (number >>> BITS);
        return once >= PRIME ? once - PRIME : once;
    }
}
