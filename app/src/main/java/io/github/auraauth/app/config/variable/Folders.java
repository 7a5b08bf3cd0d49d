package io.github.auraauth.app.config.variable;

import java.nio.file.Path;

/** Where folders that are configured lie. */
public final class Folders {
    private Folders() {}

    /** The default lies beside the launcher, so that it is the same wherever it is called from. */
    public static Path of(Settings settings, Path home, String name) {
        Path from = settings.isGiven(name) ? Path.of("") : home;
        return from.resolve(Path.of(settings.required(name))).toAbsolutePath().normalize();
    }
}
