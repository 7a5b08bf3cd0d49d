package io.github.auraauth.adapter.pages.secondfactor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script by which a page asks an authenticator. */
final class PasskeyScript {
    private PasskeyScript() {}

    /** Its code, which a page holds byte for byte. */
    static String load() {
        try (InputStream file = PasskeyScript.class.getResourceAsStream("/pages/passkey.js")) {
            if (file == null) {
                throw new IllegalStateException("the script of passkeys is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script of passkeys cannot be read", e);
        }
    }
}
