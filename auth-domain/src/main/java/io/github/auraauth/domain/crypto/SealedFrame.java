package io.github.auraauth.domain.crypto;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The frame of a sealed text, {@code <prefix>_<kid>_<payload>_<check>}: only its form, no key has been tried yet.
 *
 * @param head {@code <prefix>_<kid>}
 * @param payload nonce, ciphertext and tag
 * @param intact whether the check is right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record SealedFrame(String head, byte[] payload, boolean intact) {
    /** Most characters that a sealed text may have. */
    static final int LONGEST = 16 * 1024;

    private static final int CHECK_DIGITS = 6;

    /** The whole text of a head and what was sealed under it. */
    static String write(String head, byte[] payload) {
        String body = head + '_' + HexFormat.of().formatHex(payload);
        return body + '_' + Base62.check(body);
    }

    /** The frame of a text; empty when it has another form. */
    static Optional<SealedFrame> read(String prefix, String text) {
        int headEnd = prefix.length() + 1 + KeyId.DIGITS;
        int payloadEnd = text.length() - CHECK_DIGITS - 1;
        int digits = payloadEnd - headEnd - 1;
        boolean framed = text.length() <= LONGEST
                && digits >= 2 * AesGcm.OVERHEAD
                && digits % 2 == 0
                && text.startsWith(prefix)
                && text.charAt(prefix.length()) == '_'
                && text.charAt(headEnd) == '_'
                && text.charAt(payloadEnd) == '_'
                && isLowerHex(text, prefix.length() + 1, headEnd)
                && isLowerHex(text, headEnd + 1, payloadEnd);
        if (!framed) {
            return Optional.empty();
        }
        return Optional.of(new SealedFrame(
                text.substring(0, headEnd),
                HexFormat.of().parseHex(text, headEnd + 1, payloadEnd),
                text.endsWith(Base62.check(text.substring(0, payloadEnd)))));
    }

    private static boolean isLowerHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
