package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.BrowserHeaders;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proves that the form of a login was ours before there is a session: its field must hold what a cookie holds, so that nobody
 * logs somebody else in with an account of their own.
 */
final class LoginCsrf {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final HostCookie cookie;
    private final SecureRandom random;

    LoginCsrf(PublicAddress address, SecureRandom random) {
        this.cookie = HostCookie.of(address, "csrf");
        this.random = random;
    }

    /** The proof that the browser has already, so that several forms may be open, or a new one. */
    String proof(BrowserHeaders browser) {
        return cookie.read(browser)
                .filter(value -> FORM.matcher(value).matches())
                .orElseGet(this::random);
    }

    /** Whether a form holds the proof that the browser has; in constant time. */
    boolean isKept(BrowserHeaders browser, String field) {
        return FORM.matcher(field).matches()
                && cookie.read(browser).map(Secret::ofText).equals(Optional.of(Secret.ofText(field)));
    }

    /** The value of {@code Set-Cookie} that gives a proof to the browser. */
    String set(String proof) {
        return cookie.set(proof);
    }

    /** The value of {@code Set-Cookie} that takes it away. */
    String unset() {
        return cookie.unset();
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
