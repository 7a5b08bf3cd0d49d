package io.github.auraauth.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few forms of text that a client of a provider reads and writes. */
final class ProviderTexts {
    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"");

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");

    private ProviderTexts() {}

    static double sum(List<Future<Double>> rates) throws Exception {
        double sum = 0;
        for (Future<Double> rate : rates) {
            sum += rate.get();
        }
        return sum;
    }

    /** What a form sends along without showing it. */
    static Map<String, String> hiddenFields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), plain(hidden.group(2)));
        }
        return fields;
    }

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
