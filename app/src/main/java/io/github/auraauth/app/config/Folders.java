package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import java.nio.file.Path;

/** Where folders that are configured lie. */
final class Folders {
    private Folders() {}

    /** The default lies beside the launcher, so that it is the same wherever it is called from. */
    static Path of(Settings settings, Path home, String name) {
        Path from = settings.isGiven(name) ? Path.of("") : home;
        return from.resolve(Path.of(settings.required(name))).toAbsolutePath().normalize();
    }
}
