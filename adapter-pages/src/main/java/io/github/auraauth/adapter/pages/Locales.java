package io.github.auraauth.adapter.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The languages that pages can be shown in, each with all its texts. Unchangeable: new texts are another one. */
public final class Locales {
    private static final int LONGEST_HEADER = 1_000;
    /** Whose texts a language has where it lacks those that it may lack. */
    private static final String FALLBACK = "en-gb";

    private static final Set<String> VALUES_OF_QUESTION = Set.of("channel", "account");

    private final Map<String, Map<String, List<String>>> files;
    private final String environment;
    private final Map<String, Texts> byCulture;
    private final Texts preferred;

    private Locales(Map<String, Map<String, List<String>>> files, String environment, String preferred) {
        this.files = files;
        this.environment = environment;
        Map<String, List<String>> packaged = LocaleFiles.packaged().stream()
                .filter(file -> file.culture().equals(FALLBACK))
                .findFirst()
                .orElseThrow()
                .texts();
        Set<String> keys = new TreeSet<>(packaged.keySet());
        keys.removeIf(key -> !Texts.isNeeded(key));
        Map<String, List<String>> english = new HashMap<>(files.getOrDefault(FALLBACK, Map.of()));
        english.keySet().removeIf(Texts::isNeeded);
        Map<String, Texts> made = new TreeMap<>();
        files.forEach((culture, texts) -> {
            Map<String, List<String>> whole = new HashMap<>(english);
            whole.putAll(texts);
            Texts read = new Texts(culture, whole, environment.toLowerCase(Locale.ROOT));
            check(read, keys, packaged);
            made.put(culture, read);
        });
        this.byCulture = Map.copyOf(made);
        this.preferred = Optional.ofNullable(made.get(normal(preferred)))
                .orElseThrow(() -> new IllegalArgumentException("there are no texts for the default locale"));
    }

    /**
     * The packaged texts, and those of a folder in their place.
     *
     * @param folder with a file {@code <culture>.json} for each language that it changes or adds
     * @param environment whose forms of a text, {@code <key>@<environment>}, are chosen
     * @param preferred culture of those who want none that there is
     * @throws IllegalArgumentException when a file is broken or lacks a text, or {@code preferred} is unknown
     */
    public static Locales of(Optional<Path> folder, String environment, String preferred) {
        Map<String, Map<String, List<String>>> files = laid(Map.of(), LocaleFiles.packaged());
        return new Locales(
                folder.map(given -> laid(files, LocaleFiles.in(given))).orElse(files), environment, preferred);
    }

    /**
     * These texts, and those of the files in their place.
     *
     * @throws IllegalArgumentException when a culture that is new lacks a text, or a text has a placeholder that means
     *     nothing
     */
    public Locales with(Collection<LocaleFile> others) {
        return new Locales(laid(files, others), environment, preferred.culture());
    }

    /**
     * The texts for somebody.
     *
     * @param wanted culture that a good state asked for
     * @param accepted what the browser says of its languages ({@code Accept-Language}, RFC 9110), or nothing
     */
    public Texts texts(Optional<String> wanted, String accepted) {
        return wanted.flatMap(this::find)
                .or(() -> languages(accepted).stream()
                        .flatMap(range -> find(range).stream())
                        .findFirst())
                .orElse(preferred);
    }

    /**
     * Those of that culture, or else of another culture with its language, best of the same region: {@code pt_BR} by
     * {@code pt-br}, {@code zh-Hant-TW} by {@code zh-tw}. Whatever is no culture finds none.
     */
    public Optional<Texts> find(String culture) {
        String lower = normal(culture);
        Texts exact = byCulture.get(lower);
        if (exact != null) {
            return Optional.of(exact);
        }
        String[] subtags = lower.split("-", -1);
        String language = subtags[0] + '-';
        return Arrays.stream(subtags)
                .skip(1)
                .flatMap(subtag -> Optional.ofNullable(byCulture.get(language + subtag)).stream())
                .findFirst()
                .or(() -> Optional.of(preferred).filter(texts -> texts.culture().startsWith(language)))
                .or(() -> byCulture.values().stream()
                        .filter(texts -> texts.culture().startsWith(language))
                        .min(Comparator.comparing(Texts::culture)));
    }

    /** The languages that there are, as tags of BCP 47: {@code es-ES}. */
    public List<String> languages() {
        return byCulture.values().stream().map(Texts::language).sorted().toList();
    }

    /** As files are named, whichever way people and programs write it. */
    private static String normal(String culture) {
        return culture.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The best first; none when the header makes no sense. */
    private static List<String> languages(String header) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            List<String> languages = new ArrayList<>();
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                if (range.getWeight() > 0) {
                    languages.add(range.getRange());
                }
            }
            return languages;
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Map<String, Map<String, List<String>>> laid(
            Map<String, Map<String, List<String>>> below, Collection<LocaleFile> files) {
        Map<String, Map<String, List<String>>> all = new TreeMap<>(below);
        for (LocaleFile file : files) {
            Map<String, List<String>> merged = new HashMap<>(all.getOrDefault(file.culture(), Map.of()));
            merged.putAll(file.texts());
            all.put(file.culture(), merged);
        }
        return all;
    }

    /**
     * @param keys that must be there
     * @param english texts whose placeholders others of their keys may have
     */
    private static void check(Texts texts, Set<String> keys, Map<String, List<String>> english) {
        keys.stream().filter(key -> !texts.all().containsKey(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("the locale " + texts.culture() + " lacks " + key);
        });
        texts.all().forEach((key, all) -> {
            boolean asks = key.startsWith("authentication:confirm.") || key.startsWith("authentication:start.");
            Set<String> known = asks ? VALUES_OF_QUESTION : placeholders(english.getOrDefault(key, List.of()));
            if (!known.containsAll(placeholders(all))) {
                throw new IllegalArgumentException(
                        "the locale " + texts.culture() + " has an unknown placeholder at " + key);
            }
        });
    }

    private static Set<String> placeholders(List<String> texts) {
        return texts.stream().flatMap(text -> Texts.placeholders(text).stream()).collect(Collectors.toSet());
    }
}
