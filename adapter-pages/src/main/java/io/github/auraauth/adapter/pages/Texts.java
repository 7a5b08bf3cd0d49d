package io.github.auraauth.adapter.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All texts in one language. Unchangeable. */
public final class Texts {
    private static final String PREFIX = "authentication:";
    private static final String ACCOUNT = "account:";
    private static final String PROVIDER = "provider:";
    private static final String ADMIN = "admin:";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    private final String culture;
    private final Map<String, List<String>> texts;

    /**
     * @param culture as {@code es-es}
     * @param all by their keys, each with its prefix; one that ends in {@code @} and an environment is a form of another
     * @param environment whose forms take the place of the plain ones
     */
    Texts(String culture, Map<String, List<String>> all, String environment) {
        Map<String, List<String>> chosen = new HashMap<>(all);
        all.forEach((key, forms) -> {
            if (key.endsWith('@' + environment)) {
                chosen.put(key.substring(0, key.length() - environment.length() - 1), forms);
            }
        });
        this.culture = culture;
        this.texts = Map.copyOf(chosen);
    }

    /** As {@code es-es}. */
    public String culture() {
        return culture;
    }

    /** As the attribute {@code lang} of a page wants it: {@code es-ES}. */
    String language() {
        return Locale.forLanguageTag(culture).toLanguageTag();
    }

    /** A moment as people who read this language write it, with its time zone. */
    String time(Instant moment, ZoneId zone) {
        return formatter(FormatStyle.LONG).format(moment.atZone(zone));
    }

    private DateTimeFormatter formatter(FormatStyle date) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT))
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(Locale.forLanguageTag(language()));
    }

    /** The first text of a key that must be there. */
    String first(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(culture + " has no text for " + key));
    }

    /** The first text of a key that may be missing. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(PREFIX + key)).map(all -> all.get(0));
    }

    /** The first text of a key of the account pages, which every language has, if need be in English. */
    public String account(String key) {
        return whole(ACCOUNT + key);
    }

    /** The same of the pages of the OpenID provider. */
    public String provider(String key) {
        return whole(PROVIDER + key);
    }

    /** The same of the pages of administration. */
    public String admin(String key) {
        return whole(ADMIN + key);
    }

    /** The text of a key with its prefix, where there is one. */
    public Optional<String> ifAny(String key) {
        return Optional.ofNullable(texts.get(key)).map(all -> all.get(0));
    }

    /** A moment as it stands in lists: as people who read this language write it, short, with its time zone. */
    public String moment(Instant moment, ZoneId zone) {
        return formatter(FormatStyle.MEDIUM).format(moment.atZone(zone));
    }

    private String whole(String key) {
        List<String> all = texts.get(key);
        if (all == null) {
            throw new IllegalStateException(culture + " has no text for " + key);
        }
        return all.get(0);
    }

    /** Whether a language that lacks the key is refused; else it falls back to English. */
    static boolean isNeeded(String key) {
        return key.startsWith(PREFIX);
    }

    /** One of the texts of a key that must be there. */
    String any(String key, RandomGenerator random) {
        List<String> all = texts.getOrDefault(PREFIX + key, List.of(first(key)));
        return all.get(random.nextInt(all.size()));
    }

    /** The text with the values in the place of their names, {@code {name}}; a template escapes the whole. */
    public static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    /** The names of all values that a text wants. */
    static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    Map<String, List<String>> all() {
        return texts;
    }
}
