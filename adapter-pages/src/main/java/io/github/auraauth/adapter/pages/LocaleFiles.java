package io.github.auraauth.adapter.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where locale files are: in this module, and in a folder of the operator's. */
final class LocaleFiles {
    private static final List<String> PACKAGED = List.of("de-de.json", "en-gb.json", "es-es.json", "pt-br.json");

    private LocaleFiles() {}

    /** Those that this module carries, which all have the same keys. */
    static List<LocaleFile> packaged() {
        return PACKAGED.stream().map(LocaleFiles::packaged).toList();
    }

    /**
     * Those in a folder.
     *
     * @throws IllegalArgumentException when it is no folder, or one of its locale files is broken
     */
    static List<LocaleFile> in(Path folder) {
        List<LocaleFile> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                all.add(LocaleFile.read(String.valueOf(file.getFileName()), bytes(file)));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder of locales cannot be read", e);
        }
        return all;
    }

    private static LocaleFile packaged(String name) {
        try (InputStream file = LocaleFiles.class.getResourceAsStream("/locale/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return LocaleFile.read(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(LocaleFile.LARGEST + 1);
        }
    }
}
