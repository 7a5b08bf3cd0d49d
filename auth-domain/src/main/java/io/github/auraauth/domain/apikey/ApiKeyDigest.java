package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.Sha256;
import java.nio.ByteBuffer;

/** SHA-256 of the whole text of a key, by which it is found again where it was seen before; as four numbers, which are compared fast. */
public record ApiKeyDigest(long first, long second, long third, long fourth) {
    static ApiKeyDigest of(byte[] text) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(text));
        return new ApiKeyDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }
}
