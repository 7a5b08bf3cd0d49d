package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.port.in.login.BrowserCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cookie that binds a login to the browser: one for each state, kept as long as the state may be used, out of reach for
 * scripts, and sent along when another site sends the browser back to us.
 */
final class LoginCookie {
    private static final int LONGEST = 4096;
    /** What no state fits to. */
    private static final Secret UNFIT = Secret.ofText("");

    private final String prefix;
    private final String attributes;

    /** @param purpose a word of its name */
    LoginCookie(PublicAddress address, String purpose) {
        this.prefix = address.cookieName(purpose) + '-';
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (address.https() ? "; Secure" : "");
    }

    /** What the browser sent for the state; when that is more than one value, or an overlong one, then one that fits nothing. */
    Optional<Secret> read(BrowserHeaders browser, String state) {
        List<String> values = browser.cookie(name(state));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean only = values.size() == 1 && values.get(0).length() <= LONGEST;
        return Optional.of(only ? Secret.ofText(values.get(0)) : UNFIT);
    }

    /** The value of {@code Set-Cookie} that gives it to the browser. */
    String set(String state, BrowserCookie cookie) {
        String text = new String(cookie.value().reveal(), StandardCharsets.US_ASCII);
        return name(state) + '=' + text + attributes + "; Max-Age=" + seconds(cookie.life());
    }

    /** The value of {@code Set-Cookie} that takes it away. */
    String unset(String state) {
        return name(state) + '=' + attributes + "; Max-Age=0";
    }

    /** Rounded up: what it holds has an end of its own. */
    private static long seconds(Duration life) {
        return Math.max(1, life.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private String name(String state) {
        return prefix + LoginCookieCodec.suffix(state);
    }
}
