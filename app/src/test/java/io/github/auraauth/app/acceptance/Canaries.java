package io.github.auraauth.app.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Marked values that were sent through a service, and the search for them in what came out of it, however encoded. */
final class Canaries {
    private static final int LONG = 60;
    private static final int PIECE = 24;
    private static final int BEGINNING = 8;

    private final Map<String, Kind> values = new ConcurrentHashMap<>();
    private final Map<String, String> valueOf = new HashMap<>();
    private final Map<Long, Set<String>> index = new HashMap<>();
    private int indexed;

    /** What a value is, and so where it may be. */
    enum Kind {
        /** A key, token, code, state, cookie or password: nowhere. */
        SECRET,
        /** What identifies a person: in the rows of users and terms only. */
        PERSONAL
    }

    /** Remembers the value and gives it back. */
    String secret(String value) {
        return remember(value, Kind.SECRET);
    }

    /** Remembers the value and gives it back. */
    String personal(String value) {
        return remember(value, Kind.PERSONAL);
    }

    /** Every value that is in the text in any form, each with where it was found. */
    List<String> in(String place, String text) {
        return search(place, text, values.keySet());
    }

    /** The same for secrets only. */
    List<String> secretsIn(String place, String text) {
        return search(place, text, secrets());
    }

    private Set<String> secrets() {
        return values.entrySet().stream()
                .filter(each -> each.getValue() == Kind.SECRET)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<String> search(String place, String text, Set<String> wanted) {
        Map<Long, Set<String>> byBeginning = index();
        String lowered = text.toLowerCase(Locale.ROOT);
        Map<String, String> found = new LinkedHashMap<>();
        for (int at = 0; at + BEGINNING <= lowered.length(); at++) {
            for (String form : byBeginning.getOrDefault(beginning(lowered, at), Set.of())) {
                String value = valueOf.get(form);
                if (lowered.startsWith(form, at) && wanted.contains(value)) {
                    found.putIfAbsent(
                            value, place + ": " + value + " as " + form + " in " + around(text, at, form.length()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** All forms of all values by their first characters: there are far too many of them to look for one by one. */
    private synchronized Map<Long, Set<String>> index() {
        if (indexed != values.size()) {
            indexed = values.size();
            for (String value : values.keySet()) {
                for (String form : forms(value)) {
                    valueOf.put(form, value);
                    index.computeIfAbsent(beginning(form, 0), any -> new LinkedHashSet<>())
                            .add(form);
                }
            }
        }
        return index;
    }

    private static long beginning(String text, int at) {
        long packed = 0;
        for (int i = 0; i < BEGINNING; i++) {
            packed = packed << 8 | text.charAt(at + i) & 0xff;
        }
        return packed;
    }

    private String remember(String value, Kind kind) {
        if (value.length() < BEGINNING + 1) {
            throw new AssertionError("too short to be found for sure: " + value);
        }
        values.put(value, kind);
        return value;
    }

    /** All in lower case, as the text is that they are looked for in. */
    static Set<String> forms(String value) {
        Set<String> forms = new LinkedHashSet<>();
        addForms(forms, value);
        if (value.matches("\\+\\d{6,}")) {
            addForms(forms, value.substring(1));
        }
        if (value.length() > LONG) {
            // what a line was cut to
            addForms(forms, value.substring(value.length() / 2 - PIECE / 2, value.length() / 2 + PIECE / 2));
            addForms(forms, value.substring(value.length() - PIECE));
        }
        return forms;
    }

    private static void addForms(Set<String> forms, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String urlEncoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(value.toLowerCase(Locale.ROOT));
        forms.add(urlEncoded.toLowerCase(Locale.ROOT));
        forms.add(urlEncoded.replace("+", "%20").toLowerCase(Locale.ROOT));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\"").toLowerCase(Locale.ROOT));
        forms.add(value.replace("/", "\\/").toLowerCase(Locale.ROOT));
        forms.add(value.replace("&", "&amp;")
                .replace("+", "&#43;")
                .replace("=", "&#61;")
                .toLowerCase(Locale.ROOT));
        forms.add(HexFormat.of().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            forms.add(base64Core(bytes, offset).toLowerCase(Locale.ROOT));
            forms.add(base64Core(bytes, offset)
                    .replace('+', '-')
                    .replace('/', '_')
                    .toLowerCase(Locale.ROOT));
        }
    }

    /** What the value's bytes come to in base64 that begins that many bytes before them, whatever stands around them. */
    private static String base64Core(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length * 8 / 6;
        return encoded.substring((offset * 8 + 5) / 6, whole);
    }

    private static String around(String text, int at, int length) {
        int from = Math.max(0, at - 120);
        return text.substring(from, Math.min(text.length(), at + length + 40)).replace('\n', ' ');
    }
}
