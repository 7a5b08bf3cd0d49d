package io.github.auraauth.domain.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one flat JSON object strictly: valid UTF-8, no white space, nothing after the object, no member twice, no null,
 * no empty text, no number but a whole one of at most 15 digits, no escape that leaves half a surrogate pair. What it
 * accepts, RFC 8259 accepts with the same meaning.
 */
public final class FlatJsonReader {
    private static final int MOST_DIGITS = 15;
    private static final int END = -1;

    private final String text;
    private int at;

    private FlatJsonReader(String text) {
        this.text = text;
    }

    /** The object in the bytes; empty when they hold anything else. */
    public static Optional<FlatObject> read(byte[] utf8) {
        return read(utf8, 0, utf8.length);
    }

    /** The object in a part of the bytes; empty when they hold anything else. */
    public static Optional<FlatObject> read(byte[] utf8, int offset, int length) {
        if (length < 2 || utf8[offset] != '{') {
            return Optional.empty();
        }
        try {
            return Optional.of(new FlatJsonReader(decode(utf8, offset, length)).object());
        } catch (CharacterCodingException | Malformed e) {
            return Optional.empty();
        }
    }

    /** Keys are ASCII, which needs no decoder. */
    private static String decode(byte[] utf8, int offset, int length) throws CharacterCodingException {
        int bits = 0;
        for (int i = offset; i < offset + length; i++) {
            bits |= utf8[i];
        }
        if (bits >= 0) {
            return new String(utf8, offset, length, StandardCharsets.US_ASCII);
        }
        ByteBuffer octets = ByteBuffer.wrap(utf8, offset, length);
        return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    }

    private FlatObject object() throws Malformed {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        take('{');
        if (peek() != '}') {
            do {
                String name = text();
                take(':');
                if (members.put(name, value()) != null) {
                    throw new Malformed();
                }
            } while (takeIf(','));
        }
        take('}');
        if (at != text.length()) {
            throw new Malformed();
        }
        return new FlatObject(members);
    }

    private FlatValue value() throws Malformed {
        return switch (peek()) {
            case '"' -> new FlatValue.Text(text());
            case '[' -> new FlatValue.TextList(texts());
            default -> new FlatValue.Whole(whole());
        };
    }

    private List<String> texts() throws Malformed {
        List<String> texts = new ArrayList<>();
        take('[');
        if (peek() != ']') {
            do {
                texts.add(text());
            } while (takeIf(','));
        }
        take(']');
        return texts;
    }

    private long whole() throws Malformed {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        int digits = at - start;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && text.charAt(start) == '0')) {
            throw new Malformed();
        }
        return Long.parseLong(text, start, at, 10);
    }

    private String text() throws Malformed {
        take('"');
        int start = at;
        StringBuilder unescaped = null;
        for (int c = peek(); c != '"'; c = peek()) {
            if (c < 0x20) {
                throw new Malformed();
            }
            at++;
            if (c == '\\') {
                if (unescaped == null) {
                    unescaped = new StringBuilder().append(text, start, at - 1);
                }
                unescaped.append(escape());
            } else if (unescaped != null) {
                unescaped.append((char) c);
            }
        }
        String value = unescaped == null ? text.substring(start, at) : unescaped.toString();
        at++;
        if (!JsonTexts.isText(value)) {
            throw new Malformed();
        }
        return value;
    }

    private char escape() throws Malformed {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed();
        };
    }

    private char unicode() throws Malformed {
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int c = peek();
            int digit = c == END || c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw new Malformed();
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void take(char expected) throws Malformed {
        if (!takeIf(expected)) {
            throw new Malformed();
        }
    }

    private boolean takeIf(char expected) {
        boolean there = peek() == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Ends the reading, without a stack trace, since what was wrong and where is nobody's business. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private Malformed() {
            super("malformed", null, false, false);
        }
    }
}
