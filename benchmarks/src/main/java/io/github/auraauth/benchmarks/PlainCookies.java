package io.github.auraauth.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps cookies that are for https only over http too, as browsers do on this machine. */
final class PlainCookies extends CookieManager {
    PlainCookies() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> plain = new HashMap<>();
        headers.forEach((name, values) -> plain.put(
                name,
                values.stream()
                        .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                        .toList()));
        super.put(uri, plain);
    }
}
