package io.github.auraauth.adapter.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** All texts of one file, {@code <culture>.json}. Unchangeable. */
public final class LocaleFile {
    /** Most bytes that one may have: 512 KiB. */
    public static final int LARGEST = 512 * 1024;

    private static final String ENDING = ".json";
    private static final Pattern CULTURE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){1,2}");

    private final String culture;
    private final Map<String, List<String>> texts;

    private LocaleFile(String culture, Map<String, List<String>> texts) {
        this.culture = culture;
        this.texts = texts;
    }

    /**
     * The file of that name with that content.
     *
     * @throws IllegalArgumentException when it is not named by a culture, or is no JSON object of keys with lists of
     *     texts; it names the file and, where there is one, the key
     */
    public static LocaleFile read(String name, byte[] json) {
        if (!isNameOfOne(name)) {
            throw new IllegalArgumentException(
                    "the locale file " + name + " is not named by its culture, as es-es.json is");
        }
        return new LocaleFile(culture(name), LocaleReader.read(name, json));
    }

    /** Whether a file of that name would be read as one. */
    public static boolean isNameOfOne(String name) {
        return name.endsWith(ENDING) && CULTURE.matcher(culture(name)).matches();
    }

    String culture() {
        return culture;
    }

    Map<String, List<String>> texts() {
        return texts;
    }

    private static String culture(String name) {
        return name.substring(0, name.length() - ENDING.length()).toLowerCase(Locale.ROOT);
    }
}
