package io.github.auraauth.adapter.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where browsers reach the service.
 *
 * @param https whether by https
 * @param prefix path that a proxy takes off, below which all pages lie; empty for none, else with a slash at its beginning
 *     and none at its end
 */
public record PublicAddress(boolean https, String prefix) {
    /**
     * The name of a cookie, which holds the prefix, as all services of a host see all cookies. Over https it makes browsers
     * refuse the cookie from anybody else on this host or its neighbours.
     */
    public String cookieName(String purpose) {
        String place = prefix.isEmpty() ? "" : URLEncoder.encode(prefix.substring(1), StandardCharsets.UTF_8) + '-';
        return (https ? "__Host-aura-" : "aura-") + place + purpose;
    }
}
