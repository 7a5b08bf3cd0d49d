package io.github.auraauth.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is configured of the pages that people see.
 *
 * @param locale culture code of those who name none
 * @param texts folder of the texts; empty where the program's own are used
 * @param successImage picture on the page after a login
 */
public record PageSettings(String locale, Optional<Path> texts, Optional<Path> successImage) {

    static PageSettings of(Settings settings, Path home) {
        return new PageSettings(
                settings.required("AURA_DEFAULT_LOCALE"),
                Optional.of(Folders.of(settings, home, "AURA_LOCALE_FOLDER")).filter(Files::isDirectory),
                successImage(settings, home).filter(Files::isReadable));
    }

    /** Where the picture would lie; empty when none is wanted, or it would lie outside its folder. */
    static Optional<Path> successImage(Settings settings, Path home) {
        Path folder = Folders.of(settings, home, "AURA_RESOURCES_FOLDER");
        return settings.text("AURA_IMAGE_SUCCESS")
                .map(name -> folder.resolve(name.strip()).normalize())
                .filter(path -> path.startsWith(folder));
    }
}
