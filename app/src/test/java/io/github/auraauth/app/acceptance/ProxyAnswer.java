package io.github.auraauth.app.acceptance;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer that came through a proxy, whole. */
record ProxyAnswer(int status, String body) {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");

    /** @throws EOFException when less came than was announced */
    static ProxyAnswer of(byte[] received) throws EOFException {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new EOFException(text.isEmpty() ? "no answer" : "an answer that was cut off");
        }
        String body = text.substring(end + 4);
        Matcher length = LENGTH.matcher(text.substring(0, end + 2).toLowerCase(Locale.ROOT));
        if (length.find() && Integer.parseInt(length.group(1)) != body.length()) {
            throw new EOFException("an answer that was cut off");
        }
        return new ProxyAnswer(Integer.parseInt(text.split(" ", 3)[1]), body);
    }
}
