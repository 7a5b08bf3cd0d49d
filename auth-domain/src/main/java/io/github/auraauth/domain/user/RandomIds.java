package io.github.auraauth.domain.user;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Random identifiers from a given source: {@code UUID.randomUUID()} would hide where the randomness comes from. */
public final class RandomIds {
    private RandomIds() {}

    /** A UUID of version 4 (RFC 9562), in lower case. */
    public static String uuid(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer octets = ByteBuffer.wrap(bytes);
        long high = octets.getLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = octets.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Whether the text is a UUID in full, in lower case. */
    public static boolean isUuid(String text) {
        return TextRules.uuid(text).filter(uuid -> uuid.toString().equals(text)).isPresent();
    }
}
