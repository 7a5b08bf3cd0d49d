package io.github.auraauth.app.config;

import io.github.auraauth.domain.redirect.TrustedHosts;
import java.nio.file.Files;
import java.nio.file.Path;

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
        boolean picture = PageSettings.successImage(settings, home)
                .filter(Files::isRegularFile)
                .filter(Files::isReadable)
                .isPresent();
        if (settings.isGiven("AURA_IMAGE_SUCCESS") && !picture) {
            findings.refuse("AURA_IMAGE_SUCCESS", "a readable file below AURA_RESOURCES_FOLDER");
        }
    }
}
