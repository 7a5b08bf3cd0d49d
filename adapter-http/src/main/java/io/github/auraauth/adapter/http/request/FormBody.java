package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.BodyForm;
import io.github.auraauth.adapter.http.definition.TextForm;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a body that must be a form as browsers send it ({@code application/x-www-form-urlencoded}). Strict: no unknown
 * and no repeated member, none without an equals sign, every escape good and of UTF-8.
 */
final class FormBody implements BodyReader {
    private final BodyForm form;

    FormBody(BodyForm form) {
        this.form = form;
    }

    @Override
    public Map<String, String> read(byte[] content) {
        Map<String, String> texts = new HashMap<>();
        // One character for each byte; those beyond ASCII are refused where they are decoded.
        String body = new String(content, StandardCharsets.ISO_8859_1);
        if (body.isEmpty()) {
            return texts;
        }
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw notAForm();
            }
            String name = decoded(pair.substring(0, equals));
            String text = decoded(pair.substring(equals + 1));
            TextForm member = form.members().get(name);
            if (member == null) {
                throw Refusal.invalid("the body has a member that is not known");
            }
            if (!member.accepts(text)) {
                throw Inputs.malformed(name, member, text);
            }
            if (texts.put(name, text) != null) {
                throw Refusal.invalid(name + " stands in the body more than once");
            }
        }
        return texts;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i + 1));
                i += 2;
            } else if (c > ' ' && c <= '~') {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                throw notAForm();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notAForm();
        }
    }

    private static int escaped(String text, int at) {
        if (at + 2 > text.length()) {
            throw notAForm();
        }
        int high = hex(text.charAt(at));
        int low = hex(text.charAt(at + 1));
        if (high < 0 || low < 0) {
            throw notAForm();
        }
        return high << 4 | low;
    }

    private static int hex(char c) {
        return c <= '~' ? Character.digit(c, 16) : -1;
    }

    private static Refusal notAForm() {
        return Refusal.invalid("the body must be a form of UTF-8");
    }
}
