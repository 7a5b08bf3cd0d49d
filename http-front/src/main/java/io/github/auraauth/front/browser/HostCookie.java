package io.github.auraauth.front.browser;

import io.github.auraauth.front.request.BrowserHeaders;
import java.util.List;
import java.util.Optional;

/**
 * A cookie of the whole host that a browser keeps until it ends, out of reach for scripts and not sent along when a page of
 * another site posts to us. Over https its name makes browsers refuse it from anybody else on this host or its neighbours.
 * Services below different prefixes of one host have cookies of different names.
 */
public final class HostCookie {
    private static final int LONGEST = 4096;

    private final String name;
    private final String attributes;

    private HostCookie(String name, boolean https) {
        this.name = name;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** @param purpose a word of its name */
    public static HostCookie of(PublicAddress address, String purpose) {
        return new HostCookie(address.cookieName(purpose), address.https());
    }

    public String name() {
        return name;
    }

    /**
     * What the browser sent; empty where it sent none, and the empty text, which fits nothing, where it sent more than one or
     * an overlong one.
     */
    public Optional<String> read(BrowserHeaders browser) {
        List<String> values = browser.cookie(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean only = values.size() == 1 && values.get(0).length() <= LONGEST;
        return Optional.of(only ? values.get(0) : "");
    }

    /**
     * The value of {@code Set-Cookie} that gives it to the browser.
     *
     * @param value of letters, digits, {@code -} and {@code _}
     */
    public String set(String value) {
        return name + '=' + value + attributes;
    }

    /** The value of {@code Set-Cookie} that takes it away. */
    public String unset() {
        return name + '=' + attributes + "; Max-Age=0";
    }
}
