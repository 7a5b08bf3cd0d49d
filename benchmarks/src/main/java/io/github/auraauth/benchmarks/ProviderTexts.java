package io.github.auraauth.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few forms of text that a client of a provider reads and writes. */
final class ProviderTexts {
    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"");

    private ProviderTexts() {}

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The texts of a JSON object. */
    static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher member = TEXT.matcher(json);
        while (member.find()) {
            members.put(member.group(1), member.group(2).replace("\\/", "/"));
        }
        return members;
    }

    static String plain(String html) {
        return html.replace("&amp;", "&")
                .replace("&#x3D;", "=")
                .replace("&#61;", "=")
                .replace("&quot;", "\"");
    }
}
