package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.domain.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A key as people paste it: with white space around it, or with the header's scheme before it. */
public final class KeyInput {
    private static final int LONGEST = 64 * 1024;
    private static final String SCHEME = "APIKEY ";

    private KeyInput() {}

    public static Secret of(String given) {
        String text = given.strip();
        boolean asHeader = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return Secret.ofText(asHeader ? text.substring(SCHEME.length()).strip() : text);
    }

    public static Secret from(InputStream in) throws IOException {
        return of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
    }
}
