package io.github.auraauth.fakes.kernel;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters as addresses and forms have them. */
record RequestParameters(Map<String, String> parameters) {
    /** The parameters of an address; of one that is there several times, the first. */
    static RequestParameters of(URI address) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                read.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return new RequestParameters(read);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    /** The address with these parameters behind those that it has. */
    URI behind(URI address) {
        String all = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + '=' + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + all);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
