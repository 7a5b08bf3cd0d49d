package io.github.auraauth.app.config;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.redirect.TrustedHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What must hold of logins and their pages. */
final class LoginRules {
    private final Settings settings;
    private final Path home;
    private final Findings findings;

    LoginRules(Settings settings, Path home, Findings findings) {
        this.settings = settings;
        this.home = home;
        this.findings = findings;
    }

    void check() {
        try {
            TrustedHosts.parse(
                    settings.list("AURA_TRUSTED_HOSTNAMES"), settings.kind().isDevelopment());
        } catch (IllegalArgumentException e) {
            findings.refuse("AURA_TRUSTED_HOSTNAMES", String.valueOf(e.getMessage()));
        }
        boolean folder = Files.isDirectory(Folders.of(settings, home, "AURA_LOCALE_FOLDER"));
        if (settings.isGiven("AURA_LOCALE_FOLDER") && !folder) {
            findings.refuse("AURA_LOCALE_FOLDER", "a folder that is there");
        }
        settings.text("AURA_IMAGE_SUCCESS").ifPresent(this::image);
    }

    private void image(String name) {
        Path folder = Folders.of(settings, home, "AURA_RESOURCES_FOLDER");
        boolean isRemote = StorageSettings.of(settings).staticResources().isPresent();
        boolean isPlain = isFileName(name.strip());
        if (isRemote && !isPlain) {
            findings.refuse("AURA_IMAGE_SUCCESS", "the name of a file below the place of the static resources");
        } else if (!isRemote
                && PageSettings.localImage(folder, Optional.of(name.strip())).isEmpty()) {
            findings.refuse("AURA_IMAGE_SUCCESS", "a readable file below AURA_RESOURCES_FOLDER");
        }
    }

    private static boolean isFileName(String text) {
        try {
            new FileName(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
