package io.github.auraauth.domain.access;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One segment of a request's path, between its escaped spelling and its normal form. */
final class PathSegment {
    private PathSegment() {}

    /** The normal form of a raw segment; empty when it has none. */
    static Optional<String> decode(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '?' || c == '#') {
                return Optional.empty();
            }
            plain &= c != '%' && c < 0x80;
        }
        Optional<String> decoded = plain ? Optional.of(raw) : unescape(raw);
        return decoded.filter(PathSegment::isNormal);
    }

    /** Whether a decoded segment means the same to everybody who reads it. */
    static boolean isNormal(String text) {
        int parameters = text.indexOf(';');
        String name = parameters < 0 ? text : text.substring(0, parameters);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return false;
        }
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isForbidden(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForbidden(int point) {
        return point == '/'
                || point == '\\'
                || Character.isISOControl(point)
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Escapes become octets, all else its UTF-8, and the whole must be UTF-8 again. */
    private static Optional<String> unescape(String raw) {
        try {
            ByteBuffer octets = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
            int kept = 0;
            while (octets.hasRemaining()) {
                int octet = octets.get();
                if (octet == '%') {
                    octet = octets.remaining() < 2 ? -1 : hex(octets.get()) << 4 | hex(octets.get());
                    if (octet < 0) {
                        return Optional.empty();
                    }
                }
                octets.put(kept++, (byte) octet);
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(octets.flip().limit(kept))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(byte octet) {
        return octet < 0 ? -1 : Character.digit(octet, 16);
    }
}
