package io.github.auraauth.app.config.login;

import io.github.auraauth.app.config.variable.Folders;
import io.github.auraauth.app.config.variable.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The configuration of the pages that people see.
 *
 * @param locale culture code of those who name none
 * @param texts folder of the texts; empty where the program's own are used
 * @param remoteTexts where texts lie that replace those; empty where they are not to
 * @param resources folder of what pages may show; need not be there
 * @param successImage picture on the page after a login, by its name in that folder
 * @param zone of the times that are shown
 */
public record PageSettings(
        String locale,
        Optional<Path> texts,
        Optional<RemoteTexts> remoteTexts,
        Path resources,
        Optional<String> successImage,
        ZoneId zone) {

    /** Cultures whose texts the program carries. */
    static final List<String> PACKAGED = List.of("de-de", "en-gb", "es-es", "pt-br");

    private static final String TEXTS = ".json";

    /** The default culture as files are named. */
    static String culture(Settings settings) {
        return settings.required("AURA_DEFAULT_LOCALE").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there are texts of a culture; whether they are all there, only who reads them knows. */
    static boolean hasTexts(String culture, Path folder) {
        if (PACKAGED.contains(culture)) {
            return true;
        }
        String[] files = folder.toFile().list();
        return files != null && Arrays.stream(files).anyMatch((culture + TEXTS)::equalsIgnoreCase);
    }

    static PageSettings of(Settings settings, Path home) {
        return new PageSettings(
                culture(settings),
                Optional.of(Folders.of(settings, home, "AURA_LOCALE_FOLDER")).filter(Files::isDirectory),
                Optional.of(RemoteTexts.of(settings)).filter(wanted -> settings.flag("AURA_LOCALE_FORCE_IMPORT")),
                Folders.of(settings, home, "AURA_RESOURCES_FOLDER"),
                settings.text("AURA_IMAGE_SUCCESS").map(String::strip),
                ZoneId.of(settings.required("AURA_DEFAULT_TIME_ZONE")));
    }

    /** Where the picture lies on this machine; empty when none is wanted, or it is not here. */
    public Optional<Path> localImage() {
        return localImage(resources, successImage);
    }

    static Optional<Path> localImage(Path folder, Optional<String> name) {
        return name.map(given -> folder.resolve(given).normalize())
                .filter(path -> path.startsWith(folder))
                .filter(Files::isRegularFile)
                .filter(Files::isReadable);
    }

    /**
     * Texts in the storage.
     *
     * @param backup whether each version that is taken is copied first
     * @param pause between two looks for new ones
     */
    public record RemoteTexts(String container, String prefix, boolean backup, Duration pause) {
        private static RemoteTexts of(Settings settings) {
            return new RemoteTexts(
                    settings.required("AURA_LOCALE_REMOTE_CONTAINER"),
                    settings.required("AURA_LOCALE_REMOTE_CONTAINER_PREFIX"),
                    settings.flag("AURA_LOCALE_REMOTE_BACKUP"),
                    settings.seconds("AURA_LOCALE_REMOTE_REFRESH"));
        }
    }
}
