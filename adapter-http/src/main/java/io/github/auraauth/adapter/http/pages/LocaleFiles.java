package io.github.auraauth.adapter.http.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where locale files are: in this module, and in a folder of the operator's. */
final class LocaleFiles {
    private static final List<String> PACKAGED = List.of("de-de", "en-gb", "es-es", "pt-br");
    private static final Pattern CULTURE = Pattern.compile("[a-z]{2,3}-[a-z0-9]{2,3}");
    private static final String ENDING = ".json";

    private LocaleFiles() {}

    /** By culture, the texts that this module carries. */
    static Map<String, Map<String, List<String>>> packaged() {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        for (String culture : PACKAGED) {
            String name = "/locale/" + culture + ENDING;
            try (InputStream file = LocaleFiles.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException(name + " is missing");
                }
                all.put(culture, LocaleReader.read(name, file.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read", e);
            }
        }
        return all;
    }

    /**
     * By culture, the texts in a folder.
     *
     * @throws IllegalArgumentException when it is no folder, or one of its locale files is broken
     */
    static Map<String, Map<String, List<String>>> in(Path folder) {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String culture =
                        name.substring(0, name.length() - ENDING.length()).toLowerCase(Locale.ROOT);
                if (!CULTURE.matcher(culture).matches()) {
                    throw new IllegalArgumentException(
                            "the locale file " + name + " is not named by its culture, as es-es.json is");
                }
                all.put(culture, LocaleReader.read(name, bytes(file)));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder of locales cannot be read", e);
        }
        return all;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(LocaleReader.LARGEST + 1);
        }
    }
}
