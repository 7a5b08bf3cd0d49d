package io.github.auraauth.adapter.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet of all pages, written into each of them.
 *
 * @param css as a page holds it, byte for byte
 * @param source how a Content-Security-Policy names it
 */
record Style(String css, String source) {
    static Style load() {
        try (InputStream file = Style.class.getResourceAsStream("/pages/style.css")) {
            if (file == null) {
                throw new IllegalStateException("the style sheet is missing");
            }
            byte[] bytes = file.readAllBytes();
            return new Style(new String(bytes, StandardCharsets.UTF_8), sourceOf(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet cannot be read", e);
        }
    }

    /** How a Content-Security-Policy names what stands in a page with that content. */
    static String sourceOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
