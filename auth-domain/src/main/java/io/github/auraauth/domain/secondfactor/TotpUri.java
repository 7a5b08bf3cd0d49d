package io.github.auraauth.domain.secondfactor;

import io.github.auraauth.domain.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URI of a key for authenticator apps: {@code otpauth://totp/…}. */
public final class TotpUri {
    private TotpUri() {}

    /** The secret as people type it. */
    public static Secret base32(Secret secret) {
        return Base32.encode(secret);
    }

    /**
     * The address, as secret as the secret.
     *
     * @param issuer by which the app tells its entries apart, such as a host
     */
    public static Secret of(Secret secret, String issuer, String username) {
        String label = encoded(issuer) + ':' + encoded(username);
        String text = Base32.encode(secret).revealText();
        return Secret.ofText("otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
