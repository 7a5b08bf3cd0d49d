package io.github.auraauth.domain.crypto;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The layout of keys of version 2, of login states and of what binds them to a browser: {@code <prefix>_<kid>_<payload>_<check>}. The payload is
 * lower-case hex of nonce, AES-256-GCM ciphertext and tag, the check a CRC-32 in base 62 by which secret scanners can
 * tell a real one off line. One text has one spelling only. Safe for use by many threads.
 */
public final class SealedText {
    private static final byte[] DUMMY = new byte[96];

    private final Format format;
    private final List<Entry> entries;

    /** What is sealed: each format has its prefix and its own subkeys. */
    public enum Format {
        API_KEY("aur2", "aura-auth/apikey/v2"),
        LOGIN_STATE("aus2", "aura-auth/state/v2"),
        LOGIN_BINDING("aub2", "aura-auth/login-binding/v2");

        private final String prefix;
        private final String info;

        Format(String prefix, String info) {
            this.prefix = prefix;
            this.info = info;
        }
    }

    public SealedText(Format format, EncryptionKeys keys) {
        this.format = format;
        this.entries = keys.entries().stream().map(key -> Entry.of(key, format)).toList();
    }

    /**
     * Seals under the first key.
     *
     * @throws IllegalArgumentException when the text would be longer than the longest that is opened, 16384 characters
     */
    public String seal(byte[] plain, SecureRandom random) {
        Entry writing = entries.get(0);
        String text = SealedFrame.write(writing.head, writing.cipher.seal(plain, writing.associated(), random));
        if (text.length() > SealedFrame.LONGEST) {
            throw new IllegalArgumentException("plain is too long for " + SealedFrame.LONGEST + " characters");
        }
        return text;
    }

    /**
     * Tries every key in turn until {@code reader} takes what came out. Where the text is malformed, the same number of
     * operations is spent on a dummy, so that all refusals cost alike.
     */
    public <T> Optional<T> open(String text, Function<byte[], Optional<T>> reader) {
        Optional<SealedFrame> frame = SealedFrame.read(format.prefix, text);
        byte[] payload = frame.map(SealedFrame::payload).orElse(DUMMY);
        for (Entry entry : entries) {
            boolean sealed = frame.filter(entry::sealed).isPresent();
            // read also where the check or the key id is wrong, lest such a text be refused sooner
            Optional<T> read = entry.cipher
                    .open(payload, entry.associated())
                    .flatMap(reader)
                    .filter(value -> sealed);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "SealedText[" + format.prefix + "]";
    }

    private record Entry(String head, AesGcm cipher) {
        static Entry of(Secret key, Format format) {
            byte[] subkey = Hkdf.derive(key.reveal(), format.info, 32);
            return new Entry(format.prefix + '_' + KeyId.of(subkey), new AesGcm(subkey));
        }

        byte[] associated() {
            return head.getBytes(StandardCharsets.US_ASCII);
        }

        /** Whether an intact frame names this key. */
        boolean sealed(SealedFrame frame) {
            return frame.intact() && frame.head().equals(head);
        }
    }
}
